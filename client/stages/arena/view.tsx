/** The arena stage: vote blind between two answers, then see who stood behind the curtains. */

import './arena.css';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { backToLastVote, ballot, nextBallotPair, watchBallot } from '../spotlight/ballot.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { seatSignal } from '../../session/per-seat.ts';
import { Button } from '../../ui/Button.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { StageFrame } from '../StageFrame.tsx';
import { Talk } from '../Talk.tsx';
import docs from './docs.md?raw';
import { HowPaired } from './HowPaired.tsx';
import { Revealed } from './Revealed.tsx';
import { useVote, VoteCard } from './VoteCard.tsx';

const tab = seatSignal<'vote' | 'talk'>('vote');

function Voting({ standpoint: { match } }: { standpoint: Standpoint }) {
  const all = ballot.value;
  const pair = all && nextBallotPair(all);
  const { arena } = match;
  return (
    <>
      {!arena?.sampled || !all ? (
        <p aria-live="polite">{t('arena.sampling')}</p>
      ) : all.length === 0 ? (
        <p aria-live="polite">{t(arena.pairs === 0 ? 'arena.noPairs' : 'arena.noBallot')}</p>
      ) : pair ? (
        <VoteCard pair={pair} isPaused={match.pausedAtMs !== null} hasKeys />
      ) : (
        <p aria-live="polite">{t('arena.allVoted')}</p>
      )}
      <HowPaired match={match} isOpen={pair === null} />
    </>
  );
}

/** How far this player and the others are, beside the way out of a pair that is even. */
function Bar({ standpoint }: { standpoint: Standpoint }) {
  const { arena, pausedAtMs } = standpoint.match;
  const all = ballot.value ?? [];
  const pair = nextBallotPair(all);
  const isPaused = pausedAtMs !== null;
  const choose = useVote(pair, isPaused);
  const goBack = backToLastVote();
  if (!arena || all.length === 0) return null;
  const voted = all.filter(({ choice }) => choice !== null).length;
  return (
    <div class="two-ways vote-bar">
      <p class="small">
        {t('arena.progress', { count: voted, total: all.length })}
        <br />
        {t('arena.others', { done: arena.done, count: arena.voters })}
        {goBack && tab.value === 'vote' && (
          <>
            <br />
            <button type="button" class="link" disabled={isPaused} onClick={goBack}>
              {t('align.changeLast')}
            </button>
          </>
        )}
      </p>
      {pair && tab.value === 'vote' && (
        <Button testId="vote-tie" disabled={isPaused} onPress={(press) => choose('tie', press)}>
          {t('arena.tie')}
        </Button>
      )}
    </div>
  );
}

export function ArenaView({ standpoint }: { standpoint: Standpoint }) {
  useEffect(watchBallot, []);
  const { match } = standpoint;
  if (match.arena?.revealed) {
    return (
      <StageFrame title={t('arena.revealTitle')} lead={t('arena.revealLead')} docs={docs}>
        <Revealed match={match} />
      </StageFrame>
    );
  }
  /* While there is a pair, its question is the heading: a vote fits a phone without scrolling. */
  const pair = tab.value === 'vote' ? nextBallotPair(ballot.value ?? []) : null;
  return (
    <StageFrame
      title={pair ? t(`arena.question.${pair.criterion}`) : t('arena.title')}
      lead={pair ? undefined : t('arena.lead')}
      part={tab.value}
      docs={docs}
      bar={<Bar standpoint={standpoint} />}
    >
      <Tabs
        label={t('stage.arena')}
        current={tab}
        tabs={[
          { id: 'vote', label: t('arena.tabVote') },
          { id: 'talk', label: t('arena.tabTalk') },
        ]}
      />
      {tab.value === 'vote' && <Voting standpoint={standpoint} />}
      {tab.value === 'talk' && <Talk standpoint={standpoint} />}
    </StageFrame>
  );
}
