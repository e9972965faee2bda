/** A session keeps its match to itself: it comes back after a broken line, and once it has ended nothing reaches it or leaves it. */

import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { OFFLINE, type Reply } from './errors.ts';
import { Session } from './session.ts';
import { ADAS_SEAT, AHEAD_MS, openRoom, viewOf } from './testing.ts';

function begin(refusal: Reply<never> | null = null) {
  const room = openRoom(refusal);
  const onOver = vi.fn();
  return { room, onOver, session: new Session(ADAS_SEAT, room.transport, { onOver }) };
}

describe('a session', () => {
  it('sees the match from its seat, by the clock of the server', async () => {
    const { session, room } = begin();
    expect(await session.connect()).toEqual({ ok: true, value: null });
    room.listeners[0].onView(viewOf('bo', 'ada'));
    expect(session.standpoint.value?.me.id).toBe('ada');
    await expect.poll(() => session.clock.nowMs() - Date.now()).toBeGreaterThan(AHEAD_MS - 1000);
  });

  it('asks in the name of its seat', async () => {
    const { session, room } = begin();
    const asked = session.getJson('/api/market');
    room.calls[0].answer('wares');
    expect(await asked).toEqual({ ok: true, value: 'wares' });
    expect(room.calls[0].call.token).toBe('secret-a');
  });

  it('sends a move again under the same id when nobody knows whether it arrived', async () => {
    const { session, room } = begin();
    room.losesAnswers = 1;
    await session.connect();
    expect(await session.send({ type: 'host/start' })).toEqual({ ok: true, value: null });
    expect(room.moves).toHaveLength(2);
    expect(room.moves[1]).toEqual(room.moves[0]);
  });

  it('comes back when the line breaks, with what it keeps', async () => {
    const { session, room } = begin();
    await session.connect();
    const draft = session.keep('draft', () => signal('empty'));
    draft.value = 'full';
    room.listeners[0].onLost();
    expect(session.connection.value).toBe('reconnecting');
    await expect.poll(() => session.connection.value).toBe('online');
    expect(session.keep('draft', () => signal('empty')).value).toBe('full');
  });

  it('comes back within two seconds of the server, however long that was away, and keeps its seat', async () => {
    vi.useFakeTimers();
    const { session, room, onOver } = begin();
    await session.connect();
    room.refusal = { ok: false, error: { code: 'client/offline' } };
    room.listeners[0].onLost();
    await vi.advanceTimersByTimeAsync(60_000);
    room.refusal = { ok: false, error: { code: 'protocol/server_busy' } };
    await vi.advanceTimersByTimeAsync(60_000);
    expect([session.connection.value, onOver.mock.calls.length]).toEqual(['reconnecting', 0]);
    room.refusal = null;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(session.connection.value).toBe('online');
    session.end();
    vi.useRealTimers();
  });

  it('sends a move again while the server can not write it down', async () => {
    const { session, room } = begin();
    room.answers = [{ ok: false, error: { code: 'protocol/server_busy' } }];
    await session.connect();
    expect(await session.send({ type: 'host/start' })).toEqual({ ok: true, value: null });
    expect(room.moves[1]).toEqual(room.moves[0]);
  });

  it('tells why the server ended it', async () => {
    const { session, room, onOver } = begin();
    await session.connect();
    room.listeners[0].onGoodbye({ code: 'protocol/bad_token' });
    expect(onOver).toHaveBeenCalledWith({ code: 'protocol/bad_token' }, true);
  });

  it('returns a refusal and does not try again', async () => {
    const { session } = begin({ ok: false, error: { code: 'protocol/bad_token' } });
    expect(await session.connect()).toMatchObject({ ok: false, error: { code: 'protocol/bad_token' } });
    expect(session.connection.value).toBe('connecting');
  });
});

describe('an ended session', () => {
  it('leaves the room and shows nothing of it, whatever the room still says', async () => {
    const { session, room, onOver } = begin();
    await session.connect();
    room.listeners[0].onView(viewOf('ada'));
    session.end();
    expect(room.timesClosed).toBe(1);
    room.listeners[0].onView(viewOf('ada'));
    room.listeners[0].onLost();
    room.listeners[0].onGoodbye({ code: 'protocol/bad_token' });
    expect(session.match.value).toBeNull();
    expect(session.connection.value).toBe('idle');
    expect(onOver).not.toHaveBeenCalled();
  });

  it('breaks off what it asked for, and takes an answer that comes late for lost', async () => {
    const { session, room } = begin();
    const asked = session.getJson('/api/market');
    session.end();
    expect(room.calls[0].call.signal.aborted).toBe(true);
    room.calls[0].answer('wares');
    expect(await asked).toEqual(OFFLINE);
    expect(await session.getJson('/api/market')).toEqual(OFFLINE);
    expect(room.calls).toHaveLength(1);
  });

  it('sends no move', async () => {
    const { session, room } = begin();
    await session.connect();
    session.end();
    expect(await session.send({ type: 'host/start' })).toEqual(OFFLINE);
    expect(room.moves).toEqual([]);
    expect(session.toasts.list.value).toEqual([]);
  });

  it('has stopped its watchers, and starts no more', () => {
    const { session } = begin();
    const coins = signal(0);
    const seen: number[] = [];
    session.watch(() => void seen.push(coins.value));
    coins.value = 1;
    session.end();
    coins.value = 2;
    session.watch(() => void seen.push(coins.value));
    expect(seen).toEqual([0, 1]);
  });

  it('has run what was to be done at its end, once, and runs what comes later at once', () => {
    const { session } = begin();
    const done: string[] = [];
    session.onEnd(() => void done.push('early'));
    session.end();
    session.end();
    session.onEnd(() => void done.push('late'));
    expect(done).toEqual(['early', 'late']);
  });

  it('leaves a room that lets it in too late', async () => {
    const { session, room } = begin();
    const joining = session.connect();
    session.end();
    expect(await joining).toEqual(OFFLINE);
    expect(room.timesClosed).toBe(1);
    expect(session.connection.value).toBe('idle');
  });
});
