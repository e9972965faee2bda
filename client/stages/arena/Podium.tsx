/** The podium: one step for each contestant, as high as its rating, with a ruler as long as the doubt; many lie in rows instead. */

import { tooCloseToCall, type Rating } from '../../../shared/evals/bradley-terry.ts';
import { HOUSE_ID } from '../../../shared/game/stages/arena/state.ts';
import { t } from '../../i18n/t.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { ContestantSign, contestantName } from '../spotlight/contestants.tsx';

export interface PodiumProps {
  match: MatchView;
  ratings: readonly Rating[];
  /** Those whose turn it is, where not all fit at once; the verdict is about all. */
  rows?: readonly Rating[];
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

interface StepProps {
  match: MatchView;
  rating: Rating;
  signPx: number;
  best: boolean;
}

function twinOf(match: MatchView, { id, value, low, high, votes }: Rating): string {
  const rounded = { value: Math.round(value), low: Math.round(low), high: Math.round(high), votes };
  return t('arena.podiumTwin', { name: contestantName(match, id), ...rounded });
}

function Step({ match, rating, signPx, best }: StepProps) {
  const { id, value, low, high } = rating;
  return (
    <li aria-label={twinOf(match, rating)}>
      <div class="podium-column" aria-hidden="true">
        <div class={`podium-step on-stock ${best ? 'best' : ''}`} style={{ height: `${value}%` }}>
          <span class="podium-sign">
            <ContestantSign match={match} id={id} sizePx={signPx} />
          </span>
          <b class="title-face">{Math.round(value)}</b>
          <span>± {Math.round((high - low) / 2)}</span>
        </div>
        <i class="podium-ruler" style={{ bottom: `${low}%`, height: `${Math.max(1, high - low)}%` }} />
      </div>
      <b class="podium-label" aria-hidden="true">
        {contestantName(match, id)}
      </b>
    </li>
  );
}

/** Who stands there beside the labs; empty where nobody does. */
export function houseWords(ratings: readonly Rating[]): string {
  return ratings.some(({ id }) => id === HOUSE_ID) ? t('arena.houseIs') : '';
}

/** More steps than these would be too narrow for their names. */
export const MOST_STEPS = 4;

function Row({ match, rating, signPx, best }: StepProps) {
  const { id, value, low, high } = rating;
  return (
    <li aria-label={twinOf(match, rating)}>
      <ContestantSign match={match} id={id} sizePx={signPx * 0.7} />
      <b aria-hidden="true">{contestantName(match, id)}</b>
      <span class="row-track" aria-hidden="true">
        <i class={best ? 'best' : ''} style={{ width: `${value}%` }} />
        <i class="row-ruler" style={{ left: `${low}%`, width: `${Math.max(1, high - low)}%` }} />
      </span>
      <span aria-hidden="true">
        {Math.round(value)} ± {Math.round((high - low) / 2)}
      </span>
    </li>
  );
}

export function Podium({ match, ratings, rows, signPx }: PodiumProps) {
  const ranked = ratings.toSorted((a, b) => b.value - a.value);
  /* Where the rulers overlap, nobody is on top. */
  const best = tooCloseToCall(ratings) ? null : ranked[0];
  if (ranked.length > MOST_STEPS) {
    return (
      <figure class="arena-podium">
        <ol class="podium-rows">
          {(rows ?? ranked).map((rating) => (
            <Row key={rating.id} match={match} rating={rating} signPx={signPx} best={rating === best} />
          ))}
        </ol>
        <figcaption>
          {verdictOf(match, ratings)} {houseWords(ratings)}
        </figcaption>
      </figure>
    );
  }
  return (
    <figure class="arena-podium">
      <ol class="podium-steps">
        {ranked.map((rating) => (
          <Step key={rating.id} match={match} rating={rating} signPx={signPx} best={rating === best} />
        ))}
        {best && <i class="podium-line" style={{ '--at': best.low / 100 }} aria-hidden="true" />}
      </ol>
      <figcaption>
        {verdictOf(match, ratings)} {houseWords(ratings)}
      </figcaption>
    </figure>
  );
}
