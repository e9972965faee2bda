/** The arena for people without a lab: they vote on any pair, those of the labs first. */

import './arena.css';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { Button } from '../../ui/Button.tsx';
import { backToLastVote, ballot, nextBallotPair, watchBallot } from '../spotlight/ballot.ts';
import { HowPaired } from './HowPaired.tsx';
import { Revealed } from './Revealed.tsx';
import { useVote, VoteCard } from './VoteCard.tsx';

/** Whether the models could not be asked. */
const isUnasked = ({ arena }: MatchView): boolean => arena?.sampled === true && arena.pairs === 0;

/** Pairs to vote on one after the other; the audience's, and the host's. */
export function Ballot({ match, hasKeys }: { match: MatchView; hasKeys: boolean }) {
  useEffect(watchBallot, []);
  const all = ballot.value ?? [];
  const pair = nextBallotPair(all);
  const isPaused = match.pausedAtMs !== null;
  const choose = useVote(pair, isPaused);
  const goBack = backToLastVote();
  if (!match.arena?.sampled || all.length === 0)
    return <p aria-live="polite">{t(isUnasked(match) ? 'arena.noPairs' : 'arena.sampling')}</p>;
  const voted = all.filter(({ choice }) => choice !== null).length;
  return (
    <>
      {pair ? (
        <>
          <h2>{t(`arena.question.${pair.criterion}`)}</h2>
          <VoteCard pair={pair} isPaused={isPaused} hasKeys={hasKeys} />
          <Button testId="vote-tie" disabled={isPaused} onPress={(press) => choose('tie', press)}>
            {t('arena.tie')}
          </Button>
        </>
      ) : (
        <p aria-live="polite">{t('arena.allVoted')}</p>
      )}
      <p class="small">
        {t('arena.progress', { count: voted, total: all.length })}{' '}
        {goBack && (
          <button type="button" class="link" disabled={isPaused} onClick={goBack}>
            {t('align.changeLast')}
          </button>
        )}
      </p>
    </>
  );
}

export function Audience({ match }: { match: MatchView }) {
  if (match.arena?.revealed) return <Revealed match={match} />;
  return (
    <>
      <Ballot match={match} hasKeys />
      <HowPaired match={match} isOpen={!match.arena?.sampled} />
    </>
  );
}
