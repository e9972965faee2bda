/** What several stages read off a run's curve: the points of held-out surprise, the newest and the last. */

import type { CurvePoint, Prepared } from '../../shared/game/match.ts';
import type { RunView, TeamView } from '../../shared/game/sync/view.ts';

/** The untrained point has no place on a log axis; it stands at this share of the first measured one of all labs. */
const START_SHARE = 0.5;

/** Where the untrained models stand on the axis of a race: left of whoever was measured first. */
export function startOf(curves: readonly (readonly CurvePoint[])[]): number {
  const firsts = curves.flatMap((curve) => {
    const first = curve.find((point) => point.tokens > 0 && point.bitsPerByte !== null);
    return first ? [first.tokens] : [];
  });
  return START_SHARE * (firsts.length > 0 ? Math.min(...firsts) : 2);
}

/** Held-out points with x > 0, the untrained one moved to `start`. */
export function heldOutPoints(curve: readonly CurvePoint[], start: number): { x: number; y: number }[] {
  const scored = curve.flatMap(({ tokens, bitsPerByte }) =>
    bitsPerByte === null ? [] : [{ x: tokens, y: bitsPerByte }],
  );
  return scored.map((point) => (point.x > 0 ? point : { x: start, y: point.y }));
}

/** The surprise that a run begins with: of untrained weights, or of the model that it goes on from. */
export function startBits({ start, untrainedBitsPerByte }: Prepared): number {
  return start?.bitsPerByte ?? untrainedBitsPerByte;
}

/** The newest held-out surprise, or null. */
export function newestBits(run: Pick<RunView, 'curve'> | null): number | null {
  const scored = (run?.curve ?? []).filter((point) => point.bitsPerByte !== null);
  return scored[scored.length - 1]?.bitsPerByte ?? null;
}

/** How a lab's pretrained model guesses in the end: on the sealed test, or on the race's text until that is taken. */
export function endBits({ debrief, runs }: Pick<TeamView, 'debrief' | 'runs'>): number | null {
  return debrief?.results?.pretrained.bitsPerByte ?? newestBits(runs.pretrain);
}

/** The referee's measure of the weights that a finished run ended with; null until it is there. */
export function finalBits({ curve, tokensUsed }: Pick<RunView, 'curve' | 'tokensUsed'>): number | null {
  const last = curve.findLast((point) => point.bitsPerByte !== null);
  return last && last.tokens >= tokensUsed ? last.bitsPerByte : null;
}
