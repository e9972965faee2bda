/** Seats a player; the same request, made again because its answer was lost, finds the same seat. */

import { createHash, randomInt } from 'node:crypto';
import { isMadeName, suggestName } from '../../shared/game/made-names.ts';
import { fail, ok, type Result } from '../../shared/game/result.ts';
import type { TakeSeatReply } from '../../shared/game/wire/routes.ts';
import { RANDOM_ID_CHARACTERS } from '../../shared/game/ids.ts';
import { raterOf } from '../ratings/rate-match.ts';
import { SYSTEM } from '../match/authority.ts';
import { makeToken } from '../match/random-ids.ts';
import type { Directory, HostedMatch } from './directory.ts';

/** The player whom a token seats: always the same, and nobody finds the token by it. */
function playerOf(token: string): string {
  const hash = createHash('sha256').update(`player ${token}`).digest('base64url');
  return hash.slice(0, RANDOM_ID_CHARACTERS);
}

/** Draws of a name: strangers are few beside the names that there are. */
const NAME_DRAWS = 20;

/** Seats the player; where nobody hosts, under a name that chance makes and nobody else has. */
async function seat(
  { service }: HostedMatch,
  who: { playerId: string; raterId: string | undefined },
  wished: string,
): Promise<Result<unknown>> {
  const take = (name: string): Promise<Result<unknown>> =>
    service.perform({ type: 'seat/take', ...who, name }, SYSTEM);
  if (service.match.settings.quick === null) return take(wished);
  const draw = (): number => randomInt(2 ** 32) / 2 ** 32;
  let seated = await take(isMadeName(wished) ? wished : suggestName('en', draw(), draw()));
  for (let i = 0; i < NAME_DRAWS && !seated.ok && seated.error.code === 'lobby/name_taken'; i++)
    seated = await take(suggestName('en', draw(), draw()));
  return seated;
}

/** Takes a seat under a name. Rejects when the store can't be written. */
export async function takeSeat(
  directory: Directory,
  hosted: HostedMatch,
  {
    name,
    token = makeToken(),
    device,
  }: { name: string; token?: string | undefined; device?: string | undefined },
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
  const seated = await seat(hosted, { playerId, raterId: device && raterOf(device) }, name);
  /* The first of two requests may have been under way, so that the second was refused. */
  return seated.ok || isSeated() ? reply : seated;
}
