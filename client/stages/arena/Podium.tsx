/** The podium: one step for each contestant, as high as its rating, with a ruler as long as the doubt. */

import { tooCloseToCall, type Rating } from '../../../shared/evals/bradley-terry.ts';
import { t } from '../../i18n/t.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { ContestantSign, contestantName } from '../spotlight/contestants.tsx';

export interface PodiumProps {
  match: MatchView;
  ratings: readonly Rating[];
  /** Side of a contestant's sign in CSS pixels. */
  signPx: number;
}

/** One sentence on whether the vote has decided. */
function verdictOf(match: MatchView, ratings: readonly Rating[]): string {
  const [first, second] = ratings.toSorted((a, b) => b.value - a.value);
  if (!first || ratings.every(({ votes }) => votes === 0)) return t('arena.noVotes');
  const names = {
    first: contestantName(match, first.id),
    second: second ? contestantName(match, second.id) : '',
  };
  return tooCloseToCall(ratings) ? t('arena.tooClose', names) : t('arena.clear', names);
}

function Step({
  match,
  rating,
  signPx,
  best,
}: {
  match: MatchView;
  rating: Rating;
  signPx: number;
  best: boolean;
}) {
  const { id, value, low, high, votes } = rating;
  const name = contestantName(match, id);
  const words = { name, value: Math.round(value), low: Math.round(low), high: Math.round(high), votes };
  return (
    <li aria-label={t('arena.podiumTwin', words)}>
      <div class="podium-column" aria-hidden="true">
        <div class={`podium-step on-stock ${best ? 'best' : ''}`} style={{ height: `${value}%` }}>
          <span class="podium-sign">
            <ContestantSign match={match} id={id} sizePx={signPx} />
          </span>
          <b class="title-face">{words.value}</b>
          <span>± {Math.round((high - low) / 2)}</span>
        </div>
        <i class="podium-ruler" style={{ bottom: `${low}%`, height: `${Math.max(1, high - low)}%` }} />
      </div>
      <b class="podium-label" aria-hidden="true">
        {name}
      </b>
    </li>
  );
}

export function Podium({ match, ratings, signPx }: PodiumProps) {
  const ranked = ratings.toSorted((a, b) => b.value - a.value);
  const best = ranked[0];
  return (
    <figure class="arena-podium">
      <ol>
        {ranked.map((rating) => (
          <Step key={rating.id} match={match} rating={rating} signPx={signPx} best={rating === best} />
        ))}
        {best && <i class="podium-line" style={{ '--at': best.low / 100 }} aria-hidden="true" />}
      </ol>
      <figcaption>{verdictOf(match, ratings)}</figcaption>
    </figure>
  );
}
