/** Which sound the projector makes of a change in the match, and how seldom: what it says can always be seen as well. */

import { stepOf, type MatchView } from '../../shared/game/sync/view.ts';

/** Somebody comes in, a stage begins, a vote is cast, and what nobody knew is told. */
export type SoundName = 'join' | 'stage' | 'vote' | 'reveal';

/** All votes that are cast so far. */
const votesIn = ({ votes, arena }: MatchView): number => votes + (arena?.votes ?? 0);

const scoresIn = ({ teams }: MatchView): number => teams.filter(({ debrief }) => debrief?.score).length;

/** The one sound for what has changed, the weightiest where there is more; null for silence. */
export function soundOf(before: MatchView, after: MatchView): SoundName | null {
  if (before.code !== after.code) return null;
  const isTold = !before.arena?.revealed && after.arena?.revealed;
  if (isTold || (scoresIn(before) === 0 && scoresIn(after) > 0)) return 'reveal';
  if (stepOf(before) !== stepOf(after) || before.repeats !== after.repeats) return 'stage';
  if (after.players.length > before.players.length) return 'join';
  return votesIn(after) > votesIn(before) ? 'vote' : null;
}

/** Two of a kind are at least so far apart: a school that comes in at once is no drum roll. */
const LEAST_GAP_MS: Readonly<Record<SoundName, number>> = {
  join: 1_500,
  vote: 1_000,
  stage: 500,
  reveal: 500,
};

/** Whether a sound may be heard now; one that may not is dropped, not kept for later. */
export function createSoundGate(): (name: SoundName, nowMs: number) => boolean {
  const lastMs = new Map<SoundName, number>();
  return (name, nowMs) => {
    if (nowMs - (lastMs.get(name) ?? -Infinity) < LEAST_GAP_MS[name]) return false;
    lastMs.set(name, nowMs);
    return true;
  };
}
