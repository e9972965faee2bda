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
  const heartbeat = startHeartbeat(() => heartbeat.answered(), onDead);
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

it('is not taken for alive by what came in before the page was looked at again', () => {
  const page = new EventTarget();
  vi.stubGlobal('document', Object.assign(page, { hidden: false }));
  vi.stubGlobal('addEventListener', () => undefined);
  const [ask, onDead] = [vi.fn(), vi.fn()];
  const heartbeat = startHeartbeat(ask, onDead);
  page.dispatchEvent(new Event('visibilitychange'));
  heartbeat.heard();
  vi.advanceTimersByTime(1_000);
  expect([ask.mock.calls.length, onDead.mock.calls.length]).toEqual([1, 1]);
  vi.unstubAllGlobals();
});
