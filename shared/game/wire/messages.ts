/** Every message of the room's socket, with its validator. */

import { z } from 'zod';
import { MOVE_ID, TOKEN } from '../ids.ts';
import { MOVES, type AudienceMove, type HostMove, type PlayerMove } from '../moves.ts';
import type { GameError } from '../result.ts';
import type { Actor } from '../stage.ts';

/** Whatever version a client speaks, so that it can be told that it is the wrong one. */
export const protocolVersion = z.number().int().min(0).max(1e6);

/** Validators of all moves that this kind of actor may make, from the table of moves. */
function movesBy(kind: Actor['kind']): z.ZodType {
  const [first, ...others] = Object.entries(MOVES).flatMap(([type, { by, fields }]) =>
    by === kind && fields ? [z.strictObject({ type: z.literal(type), ...fields })] : [],
  );
  if (!first) throw new Error(`no move of a ${kind}`);
  return z.discriminatedUnion('type', [first, ...others]);
}

export const playerMove = movesBy('player') as z.ZodType<PlayerMove>;
export const audienceMove = movesBy('audience') as z.ZodType<AudienceMove>;
export const hostMove = movesBy('host') as z.ZodType<HostMove>;

/** The body of a MOVE_REQUEST. */
export const moveRequest = z.strictObject({
  version: protocolVersion,
  /** Made by the client, unguessable, the same on a retry. */
  id: z.string().regex(MOVE_ID),
  move: z.union([playerMove, audienceMove, hostMove]),
});
export type MoveRequest = z.infer<typeof moveRequest>;

export type MoveReply = { ok: true } | { ok: false; error: GameError };

/** Options of joinById: the token of a seat or of the host. */
export const joinOptions = z.strictObject({ version: protocolVersion, token: z.string().regex(TOKEN) });
