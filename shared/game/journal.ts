/** A move as it stands in the journal. What is applied is always what was read from there, so that a replay can't differ. */

import { z } from 'zod';
import { applyMove } from './apply.ts';
import type { Match } from './match.ts';
import type { Move, MoveContext } from './moves.ts';
import type { WorkedOut } from './once.ts';
import type { Result } from './result.ts';

/** A match as it was made, and all its moves as they were written down. */
export interface Recording {
  begin: Match;
  moves: { sequence: number; json: string }[];
}

const actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('player'), playerId: z.string() }),
  z.object({ kind: z.literal('audience'), watcherId: z.string() }),
  z.object({ kind: z.literal('host') }),
  z.object({ kind: z.literal('system') }),
]);
const shape = z.object({
  move: z.looseObject({ type: z.string() }),
  context: z.object({ id: z.string(), actor, nowMs: z.number() }),
});

export function encodeMove(move: Move, context: MoveContext): string {
  return JSON.stringify({ move, context });
}

/** Throws where this is no move. What is in it besides its type was checked before it was written. */
function decodeMove(json: string): { move: Move; context: MoveContext } {
  const { move, context } = shape.parse(JSON.parse(json));
  return { move: move as Move, context };
}

/** Applies a move as it is written. */
export function applyWritten(
  match: Match,
  json: string,
  workedOut?: WorkedOut,
): Result<{ repeated: boolean }> {
  const { move, context } = decodeMove(json);
  return applyMove(match, move, context, workedOut);
}

/** Applies a move that was applied before: throws where that fails, or where it makes another move of the match. */
export function replay(
  match: Match,
  { sequence, json }: { sequence: number; json: string },
  workedOut?: WorkedOut,
): void {
  const result = applyWritten(match, json, workedOut);
  if (!result.ok) throw new Error(`move ${sequence} was allowed before, and now is ${result.error.code}`);
  if (match.sequence !== sequence)
    throw new Error(`move ${sequence} of the journal is move ${match.sequence} of the match`);
}

/** When a move was made, in server milliseconds. */
export function timeOf(json: string): number {
  return decodeMove(json).context.nowMs;
}
