/** A link that makes another device one more screen of the host's. The token stands behind the #, which no server is sent. */

import { TOKEN } from '../../shared/game/ids.ts';
import { cleanCode } from './link.ts';
import type { Seat } from './seat.ts';

export type HostView = 'projector' | 'console';

const ROOM_ID = /^[\w-]{1,64}$/;

export function hostLink(origin: string, { code, roomId, token }: Seat, view: HostView): string {
  return `${origin}/host?code=${code}&view=${view}#${roomId}.${token}`;
}

/** The host's seat that such a link gives, or null. */
export function seatInHostLink({ search, hash }: Pick<Location, 'search' | 'hash'>): Seat | null {
  const code = cleanCode(new URLSearchParams(search).get('code') ?? '');
  const [roomId = '', token = ''] = hash.slice(1).split('.');
  if (!code || !ROOM_ID.test(roomId) || !TOKEN.test(token)) return null;
  return { role: 'host', code, roomId, token, playerId: null };
}

/** Takes the token out of the address bar, which the room may see on the projector. */
export function hideHostLink(): void {
  const url = new URL(location.href);
  url.hash = '';
  history.replaceState(null, '', url);
}
