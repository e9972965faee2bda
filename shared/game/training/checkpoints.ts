/** Scored weights that a run may go back to. */

import type { ScoredCheckpoint, TrainingRun } from '../match.ts';

/** Checkpoints of one run at most: each is a whole model in the server's memory. */
export const MOST_CHECKPOINTS = 6;

/** Whether these weights belong to a branch that the team has left. */
export function isAbandoned({ abandoned }: TrainingRun, version: number): boolean {
  return abandoned.some(([first, last]) => version >= first && version <= last);
}

/**
 * Remembers scored weights. When there are too many, the one goes whose neighbours lie closest together in tokens; the
 * oldest, the best and the newest stay.
 */
export function keepCheckpoint(run: TrainingRun, scored: ScoredCheckpoint): void {
  const { version, tokens, bitsPerByte, ownBitsPerByte } = scored;
  const kept = run.checkpoints.filter((checkpoint) => checkpoint.version !== version);
  kept.push({ version, tokens, bitsPerByte, ownBitsPerByte });
  run.checkpoints = kept;
  if (kept.length <= MOST_CHECKPOINTS) return;
  const best = kept.reduce((a, b) => (b.bitsPerByte < a.bitsPerByte ? b : a));
  const [dispensable] = kept
    .flatMap((checkpoint, index) => {
      const [before, after] = [kept[index - 1], kept[index + 1]];
      if (!before || !after || checkpoint === best) return [];
      return [{ checkpoint, room: after.tokens - before.tokens }];
    })
    .toSorted((a, b) => a.room - b.room);
  run.checkpoints = kept.filter((checkpoint) => checkpoint !== dispensable?.checkpoint);
}
