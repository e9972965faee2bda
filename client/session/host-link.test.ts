/** A link to one more screen of the host's gives the seat that it was made from, and nothing else does. */

import { expect, it } from 'vitest';
import { hostLink, seatInHostLink } from './host-link.ts';
import type { Seat } from './seat.ts';

const SEAT: Seat = {
  role: 'host',
  code: 'GOAT47',
  roomId: 'm0_-9',
  token: 'a1_-'.repeat(8),
  playerId: null,
};

it('leads back to the seat, and the server is not sent its token', () => {
  const remote = new URL(hostLink('http://10.0.0.7:2567', SEAT, 'console'));
  expect(seatInHostLink(remote)).toEqual({ ...SEAT, isRemote: true });
  const url = new URL(hostLink('http://10.0.0.7:2567', SEAT, 'projector'));
  expect(seatInHostLink(url)).toEqual({ ...SEAT, role: 'projector' });
  expect(`${url.pathname}${url.search}`).not.toContain(SEAT.token);
  expect(url.searchParams.get('view')).toBe('projector');
});

it.each([
  ['?code=GOAT47', ''],
  ['', `#room.${SEAT.token}`],
  ['?code=GOAT47', '#room.short'],
  ['?code=GOAT47', `#.${SEAT.token}`],
  ['?code=GOAT47', `#a/b.${SEAT.token}`],
])('%s%s gives no seat', (search, hash) => expect(seatInHostLink({ search, hash })).toBeNull());
