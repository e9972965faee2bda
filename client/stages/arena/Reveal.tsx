/** Behind the curtains: who said what, how everybody voted, and what this player had thought. */

import { t } from '../../i18n/t.ts';
import { SIDES } from '../../../shared/game/stages/arena/state.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import type { BallotPair } from '../spotlight/ballot.ts';
import { Paper } from '../../ui/Paper.tsx';
import { ContestantSign, contestantName } from '../spotlight/contestants.tsx';

function RevealedPair({ match, pair, seed }: { match: MatchView; pair: BallotPair; seed: number }) {
  const { reveal, choice } = pair;
  if (!reveal) return null;
  const { who, tally, referee } = reveal;
  const names = { left: contestantName(match, who.a), right: contestantName(match, who.b) };
  return (
    <li>
      <Paper cut="slip" seed={seed}>
        <p>
          <span class="small">{t(`arena.question.${pair.criterion}`)}</span> <b lang="en">{pair.question}</b>
        </p>
        {pair.evidence && (
          <p class="small">
            {t('align.evidence')}: <span lang="en">{pair.evidence}</span>
          </p>
        )}
        <div class="two-voices">
          {SIDES.map((side) => (
            <div key={side}>
              <p class="who">
                <ContestantSign match={match} id={who[side]} sizePx={24} />{' '}
                <b>{contestantName(match, who[side])}</b>
                {choice === side && <span class="verdict good">✓ {t('arena.youVoted')}</span>}
              </p>
              <p class="model-voice" lang="en">
                {pair[side] || '…'}
              </p>
            </div>
          ))}
        </div>
        <p class="small">
          {t('arena.tally', { ...names, ...tally })}{' '}
          {referee !== null &&
            t('arena.referee', {
              who: referee === 'tie' ? t('arena.refereeTie') : contestantName(match, who[referee]),
            })}{' '}
          {choice === 'tie' ? t('arena.youTied') : choice === null ? t('arena.youSkipped') : ''}
        </p>
      </Paper>
    </li>
  );
}

export function Reveal({ match, pairs }: { match: MatchView; pairs: readonly BallotPair[] }) {
  return (
    <ul class="answers">
      {pairs.map((pair, index) => (
        <RevealedPair key={pair.id} match={match} pair={pair} seed={index} />
      ))}
    </ul>
  );
}
