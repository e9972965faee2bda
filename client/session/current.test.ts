/** A page goes from one match to the next: the first is left whole before the second begins. */

import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  connection,
  endSession,
  goodbye,
  match,
  openSeat,
  seat,
  send,
  session,
  takeSeat,
  whileSeated,
} from './current.ts';
import { OFFLINE } from './errors.ts';
import type { Seat } from './seat.ts';
import { ADAS_SEAT, openRoom, viewOf } from './testing.ts';

const NEXT_SEAT: Seat = { ...ADAS_SEAT, code: 'BBBB', roomId: 'room-b', token: 'secret-b' };

const address = vi.hoisted(() => ({ href: 'http://game/' }));
vi.stubGlobal('location', address);
vi.stubGlobal('history', {
  replaceState: (_state: unknown, _title: string, url: URL) => void (address.href = url.href),
});

beforeEach(() => endSession(null));

describe('a second seat', () => {
  it('takes the place of the first, which has left its room', async () => {
    const [first, second] = [openRoom(), openRoom()];
    await openSeat(ADAS_SEAT, first.transport);
    first.listeners[0].onView(viewOf('ada'));
    const before = session.peek();
    await openSeat(NEXT_SEAT, second.transport);
    expect(before.isOver).toBe(true);
    expect(first.timesClosed).toBe(1);
    expect(seat.value).toBe(NEXT_SEAT);
    expect(match.value).toBeNull();
    first.listeners[0].onView(viewOf('ada', 'bo'));
    expect(match.value).toBeNull();
    expect(address.href).toBe('http://game/?code=BBBB');
  });

  it('gets the moves', async () => {
    const [first, second] = [openRoom(), openRoom()];
    await openSeat(ADAS_SEAT, first.transport);
    await openSeat(NEXT_SEAT, second.transport);
    await send({ type: 'lobby/rename', name: 'Ada' });
    expect([first.moves.length, second.moves.length]).toEqual([0, 1]);
  });

  it('is not disturbed when the first is let in or thrown out late', async () => {
    const [first, second] = [openRoom(), openRoom()];
    const opening = openSeat(ADAS_SEAT, first.transport);
    await openSeat(NEXT_SEAT, second.transport);
    expect(await opening).toEqual(OFFLINE);
    for (const listener of first.listeners) listener.onGoodbye({ code: 'protocol/bad_token' });
    expect(seat.value).toBe(NEXT_SEAT);
    expect(goodbye.value).toBeNull();
    expect(connection.value).toBe('online');
  });

  it('has watchers of its own', async () => {
    const seen: (string | undefined)[] = [];
    whileSeated((owner) => owner.watch(() => void seen.push(owner.match.value?.players[0].id)));
    const [first, second] = [openRoom(), openRoom()];
    await openSeat(ADAS_SEAT, first.transport);
    first.listeners[0].onView(viewOf('ada'));
    await openSeat(NEXT_SEAT, second.transport);
    first.listeners[0].onView(viewOf('bo'));
    second.listeners[0].onView(viewOf('cleo'));
    expect(seen).toEqual([undefined, 'ada', undefined, 'cleo']);
  });
});

describe('a seat that is asked for', () => {
  it('is asked for again with the same token while no answer comes', async () => {
    const bodies: { token: string; name: string }[] = [];
    const fetching = vi.spyOn(globalThis, 'fetch').mockImplementation(async (_path, init) => {
      bodies.push(JSON.parse(String(init?.body)) as { token: string; name: string });
      if (bodies.length < 3) throw new TypeError('the answer was lost');
      return Response.json({ error: { code: 'lobby/locked' } }, { status: 409 });
    });
    expect(await takeSeat('AAAA', 'Ada')).toMatchObject({ error: { code: 'lobby/locked' } });
    expect(new Set(bodies.map(({ token }) => token)).size).toBe(1);
    await takeSeat('AAAA', 'Ada');
    expect(bodies[3].token).not.toBe(bodies[0].token);
    fetching.mockRestore();
  });
});

describe('another generation', () => {
  const later = { ...viewOf('ada'), generation: 2 };

  it('is begun by a session that knows nothing of the last, over the same line', async () => {
    const room = openRoom();
    await openSeat(ADAS_SEAT, room.transport);
    room.listeners[0].onView(viewOf('ada'));
    const before = session.peek();
    before.keep('draft', () => 'full');
    room.listeners[0].onView(later);
    expect(before.isOver).toBe(true);
    expect(session.peek()).not.toBe(before);
    expect(session.peek().keep('draft', () => 'empty')).toBe('empty');
    expect([match.value, seat.value, connection.value]).toEqual([later, ADAS_SEAT, 'online']);
    await send({ type: 'lobby/rename', name: 'Ada' });
    expect([room.listeners.length, room.moves.length, room.timesClosed]).toEqual([1, 1, 0]);
  });

  it('loses what the last one still waited for', async () => {
    const room = openRoom();
    await openSeat(ADAS_SEAT, room.transport);
    room.listeners[0].onView(viewOf('ada'));
    const asked = session.peek().getJson('/api/market');
    room.listeners[0].onView(later);
    room.calls[0].answer('wares of last year');
    expect(await asked).toEqual(OFFLINE);
  });

  it('comes back by itself when the line breaks, and hears why it is thrown out', async () => {
    const room = openRoom();
    await openSeat(ADAS_SEAT, room.transport);
    room.listeners[0].onView(viewOf('ada'));
    room.listeners[0].onView(later);
    room.listeners[0].onLost();
    expect(connection.value).toBe('reconnecting');
    await expect.poll(() => connection.value).toBe('online');
    room.listeners[1].onGoodbye({ code: 'protocol/bad_token' });
    expect(seat.value).toBeNull();
  });
});

it('who is thrown out reads why, and the address forgets the match', async () => {
  const room = openRoom();
  await openSeat(ADAS_SEAT, room.transport);
  room.listeners[0].onGoodbye({ code: 'protocol/bad_token' });
  expect(seat.value).toBeNull();
  expect(goodbye.value).toEqual({ code: 'protocol/bad_token' });
  expect(address.href).toBe('http://game/');
});

it('who is refused is told, and sits nowhere', async () => {
  const { transport } = openRoom({ ok: false, error: { code: 'protocol/bad_token' } });
  expect(await openSeat(ADAS_SEAT, transport)).toMatchObject({ error: { code: 'protocol/bad_token' } });
  expect(seat.value).toBeNull();
  expect(goodbye.value).toEqual({ code: 'protocol/bad_token' });
});
