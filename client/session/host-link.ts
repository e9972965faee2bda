/** A link that makes another device one more screen of the host's: a projector that only looks on, or a remote control. The token stands behind the #, which no server is sent. */

import { TOKEN } from '../../shared/game/ids.ts';
import type { ScreenKind } from '../../shared/game/screen-kinds.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { OFFLINE, type Reply } from './errors.ts';
import { fillRoute } from './http.ts';
import { makeId } from './ids.ts';
import { cleanCode } from './link.ts';
import type { Seat } from './seat.ts';
import type { Session } from './session.ts';

const ROOM_ID = /^[\w-]{1,64}$/;

export function hostLink(
  origin: string,
  { code, roomId, token }: Pick<Seat, 'code' | 'roomId' | 'token'>,
  kind: ScreenKind,
): string {
  return `${origin}/host?code=${code}&view=${kind}#${roomId}.${token}`;
}

/** Has the server make such a link; resolves to it, or to why there is none. */
export async function openScreen(owner: Session, origin: string, kind: ScreenKind): Promise<Reply<string>> {
  const { seat } = owner;
  if (!seat) return OFFLINE;
  const token = makeId();
  const body = new TextEncoder().encode(JSON.stringify({ version: PROTOCOL_VERSION, kind, token }));
  const reply = await owner.postBytes(fillRoute(ROUTES.openScreen, { code: seat.code }), body);
  return reply.ok ? { ok: true, value: hostLink(origin, { ...seat, token }, kind) } : reply;
}

/** The seat that such a link gives, or null. */
export function seatInHostLink({ search, hash }: Pick<Location, 'search' | 'hash'>): Seat | null {
  const code = cleanCode(new URLSearchParams(search).get('code') ?? '');
  const [roomId = '', token = ''] = hash.slice(1).split('.');
  if (!code || !ROOM_ID.test(roomId) || !TOKEN.test(token)) return null;
  const seat = { code, roomId, token, playerId: null };
  return new URLSearchParams(search).get('view') === 'projector'
    ? { ...seat, role: 'projector' }
    : { ...seat, role: 'host', isRemote: true };
}

/** Takes the token out of the address bar, which the room may see on the projector. */
export function hideHostLink(): void {
  const url = new URL(location.href);
  url.hash = '';
  history.replaceState(null, '', url);
}
