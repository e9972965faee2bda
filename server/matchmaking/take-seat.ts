/** Seats a player; the same request, made again because its answer was lost, finds the same seat. */

import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../../shared/game/result.ts';
import type { TakeSeatReply } from '../../shared/game/wire/routes.ts';
import { RANDOM_ID_CHARACTERS } from '../../shared/game/ids.ts';
import { SYSTEM } from '../match/authority.ts';
import { makeToken } from '../match/random-ids.ts';
import type { Directory, HostedMatch } from './directory.ts';

/** The player whom a token seats: always the same, and nobody finds the token by it. */
function playerOf(token: string): string {
  const hash = createHash('sha256').update(`player ${token}`).digest('base64url');
  return hash.slice(0, RANDOM_ID_CHARACTERS);
}

/** Takes a seat under a name. Rejects when the store can't be written. */
export async function takeSeat(
  directory: Directory,
  hosted: HostedMatch,
  { name, token = makeToken() }: { name: string; token?: string | undefined },
): Promise<Result<TakeSeatReply>> {
  const playerId = playerOf(token);
  const reply = ok({ roomId: hosted.roomId, playerId, seatToken: token });
  const isSeated = (): boolean => {
    const holder = directory.byToken(token);
    return holder?.hosted === hosted && holder.seat.kind === 'player';
  };
  if (isSeated()) return reply;
  if (directory.byToken(token)) return fail('protocol/bad_message');
  /* The token first: a seat that nobody can open would keep its name from everybody. */
  await directory.issueToken(hosted, { kind: 'player', playerId }, token);
  const seated = await hosted.service.perform({ type: 'seat/take', playerId, name }, SYSTEM);
  /* The first of two requests may have been under way, so that the second was refused. */
  return seated.ok || isSeated() ? reply : seated;
}
