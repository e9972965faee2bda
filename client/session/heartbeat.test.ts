/** A line that is silent is asked, then given up; time in which the page stood still does not count. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startHeartbeat } from './heartbeat.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('is given up within fifteen seconds when nothing comes', () => {
  const [ask, onDead] = [vi.fn(), vi.fn()];
  startHeartbeat(ask, onDead);
  vi.advanceTimersByTime(15_000);
  expect([ask.mock.calls.length, onDead.mock.calls.length]).toEqual([1, 1]);
});

it('lives as long as it is answered, however little happens', () => {
  const onDead = vi.fn();
  const heartbeat = startHeartbeat(() => heartbeat.heard(), onDead);
  vi.advanceTimersByTime(600_000);
  expect(onDead).not.toHaveBeenCalled();
  heartbeat.stop();
});

it('is not given up because the page was frozen', () => {
  const onDead = vi.fn();
  const heartbeat = startHeartbeat(() => undefined, onDead);
  vi.setSystemTime(Date.now() + 600_000);
  vi.advanceTimersByTime(5_000);
  expect(onDead).not.toHaveBeenCalled();
  heartbeat.stop();
});

it('is asked no more once it is stopped', () => {
  const [ask, onDead] = [vi.fn(), vi.fn()];
  startHeartbeat(ask, onDead).stop();
  vi.advanceTimersByTime(60_000);
  expect([ask.mock.calls.length, onDead.mock.calls.length]).toEqual([0, 0]);
});
