/** Which of the moves that were read can be relied on. */

import type { ReadMoves, WrittenMove } from './ports.ts';

/** The moves that follow a number without a gap and are as they were written. */
export function readUpToDamage(
  rows: readonly (WrittenMove & { isSound: boolean })[],
  after: number,
): ReadMoves {
  const moves: WrittenMove[] = [];
  for (const { sequence, json, isSound } of rows) {
    const expected = after + moves.length + 1;
    if (sequence !== expected || !isSound) return { moves, damagedAt: expected };
    moves.push({ sequence, json });
  }
  return { moves, damagedAt: null };
}
