/** Whether a run will be through when its clock runs out, judged by how fast it reads. */

import type { RunView } from '../../shared/game/sync/view.ts';

export interface Shortfall {
  /** How much of its text it will have read by then, 0..1. */
  share: number;
  /** How much longer it would need, in steps that a host gives. */
  moreSeconds: number;
}

/** Rates wobble: what is late by less than this share of the run is on time. */
const TOLERANCE = 0.03;
/** Time is given in such steps. */
const STEP_SECONDS = 30;

/** Null where the run will be through, or nobody can tell: without a clock, before a rate was measured (tokens a second). */
export function shortfallOf(run: RunView, rate: number, secondsLeft: number | null): Shortfall | null {
  const { status, tokensUsed, tokensTotal } = run;
  if (status !== 'running' || secondsLeft === null || rate <= 0 || tokensTotal <= 0) return null;
  const share = (tokensUsed + rate * secondsLeft) / tokensTotal;
  if (share >= 1 - TOLERANCE) return null;
  const late = (tokensTotal - tokensUsed) / rate - secondsLeft;
  return { share, moreSeconds: STEP_SECONDS * Math.ceil(late / STEP_SECONDS) };
}
