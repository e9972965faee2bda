/** Takes a move from a seat: nothing reaches the authority that the validators have not let through. */

import { moveRequest, type MoveReply } from '../../shared/game/wire/messages.ts';
import type { MatchService } from '../match/authority.ts';
import { fail } from '../../shared/game/result.ts';
import { readMessage } from './read-message.ts';
import type { TokenOwner } from './token-owner.ts';

export async function takeMove(
  service: MatchService,
  seat: TokenOwner,
  message: unknown,
): Promise<MoveReply> {
  const request = readMessage(moveRequest, message);
  if (!request.ok) return request;
  if (seat.kind === 'projector') return fail('protocol/host_only');
  const actor = seat.kind === 'host' ? { kind: seat.kind } : seat;
  const result = await service.perform(request.value.move, actor, request.value.id);
  return result.ok ? { ok: true } : result;
}
