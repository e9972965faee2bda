/** The clock of a stage: it starts with the stage, or once the work of the stage is there. */

import type { Match } from './match.ts';

/** The whole of the stage's clock begins now; in a pause it stands there until the host goes on. */
export function startClock(match: Match, nowMs: number, seconds: number | null): void {
  const clockMs = match.pausedAtMs ?? nowMs;
  const millis = seconds === null ? null : seconds * 1000;
  if (match.untimed) match.untimed.leftMs = millis;
  match.stageEndsAtMs = millis === null || match.untimed ? null : clockMs + millis;
  match.workSinceMs = clockMs;
}
