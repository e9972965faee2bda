/** A page whose player was removed comes back by itself once the host gives the seat back. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Reply } from './errors.ts';
import type { Seat } from './seat.ts';
import { waitForSeat } from './way-back.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const SEAT: Seat = { role: 'player', code: 'GOAT47', roomId: 'room', token: 'token', playerId: 'p0' };

/** A server that says this, one answer after the other, and then nothing any more. */
function answering(...replies: boolean[]) {
  const asked: string[] = [];
  return {
    asked,
    async getJson<T>(path: string): Promise<Reply<T>> {
      asked.push(path);
      return replies[asked.length - 1]
        ? { ok: true, value: {} as T }
        : { ok: false, error: { code: 'lobby/removed' } };
    },
  };
}

it('is told once, and then nothing more is asked', async () => {
  const server = answering(false, false, true, true);
  const onBack = vi.fn();
  waitForSeat(SEAT, onBack, server);
  await vi.advanceTimersByTimeAsync(14_000);
  expect(onBack).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onBack).toHaveBeenCalledOnce();
  expect(server.asked).toHaveLength(3);
});

it('is not called back any more once somebody has gone elsewhere', async () => {
  const onBack = vi.fn();
  waitForSeat(SEAT, onBack, answering(true))();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onBack).not.toHaveBeenCalled();
});
