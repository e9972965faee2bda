/** How much time is left, and how to write it. */

/** Seconds left of the stage, never below 0; null without a clock. A paused clock stands still. */
export function secondsLeft(
  stageEndsAtMs: number | null,
  pausedAtMs: number | null,
  nowMs: number,
): number | null {
  if (stageEndsAtMs === null) return null;
  return Math.max(0, (stageEndsAtMs - (pausedAtMs ?? nowMs)) / 1000);
}

/** 108 becomes 1:48. A second that has begun still counts, so that 0:00 means over. */
export function clockText(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
