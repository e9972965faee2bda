/** A link of the host's to another screen: the same request, made again because its answer was lost, finds the same link. */

import { createHash } from 'node:crypto';
import { RANDOM_ID_CHARACTERS } from '../../shared/game/ids.ts';
import { lookUp } from '../../shared/game/look-up.ts';
import { fail, ok, type Result } from '../../shared/game/result.ts';
import type { ScreenKind } from '../../shared/game/screen-kinds.ts';
import { isHostScreen } from '../hosting/token-owner.ts';
import { SYSTEM } from '../match/authority.ts';
import type { Directory, HostedMatch } from './directory.ts';

/** The screen that a token opens: always the same, and nobody finds the token by it. */
function screenOf(token: string): string {
  const hash = createHash('sha256').update(`screen ${token}`).digest('base64url');
  return hash.slice(0, RANDOM_ID_CHARACTERS);
}

/** Rejects when the store can't be written. */
export async function openScreen(
  directory: Directory,
  hosted: HostedMatch,
  { kind, token }: { kind: ScreenKind; token: string },
): Promise<Result<void>> {
  const screenId = screenOf(token);
  const holder = directory.byToken(token);
  if (holder) {
    const isThisLink = isHostScreen(holder.seat) && holder.seat.screenId === screenId;
    return holder.hosted === hosted && isThisLink ? ok(undefined) : fail('protocol/bad_message');
  }
  if (!lookUp(hosted.service.shown.screens, screenId)) {
    const opened = await hosted.service.perform({ type: 'screen/open', screenId, kind }, SYSTEM);
    if (!opened.ok) return opened;
  }
  await directory.issueToken(hosted, { kind: kind === 'projector' ? kind : 'host', screenId }, token);
  return ok(undefined);
}
