/** The screen stays on while it is needed: by the browser's lock, or by a film where there is none. */

import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Session } from './session.ts';
import { ADAS_SEAT, openRoom } from './testing.ts';

const film = vi.hoisted(() => ({
  isEnabled: false,
  enable: vi.fn(async () => void (film.isEnabled = true)),
  disable: vi.fn(() => void (film.isEnabled = false)),
}));
vi.mock('nosleep.js', () => ({
  default: function NoSleep() {
    return film;
  },
}));

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
beforeEach(() => {
  vi.resetModules();
  vi.clearAllMocks();
  vi.stubGlobal('document', page);
});
afterEach(() => void vi.unstubAllGlobals());

async function begin() {
  const { keepScreenOn, watchScreen } = await import('./screen-on.ts');
  const session = new Session(ADAS_SEAT, openRoom().transport, { onOver: () => undefined });
  const isRunning = signal(false);
  watchScreen();
  keepScreenOn(session, () => isRunning.value);
  return { session, isRunning };
}

it('asks for the lock while something runs, again when the page is looked at again, and gives it back at the end', async () => {
  const locks: (EventTarget & { release(): Promise<void> })[] = [];
  const release = vi.fn(async () => undefined);
  const request = vi.fn(async () => {
    const lock = Object.assign(new EventTarget(), { release });
    locks.push(lock);
    return lock;
  });
  vi.stubGlobal('navigator', { wakeLock: { request } });
  const { session, isRunning } = await begin();
  expect(request).not.toHaveBeenCalled();
  isRunning.value = true;
  await vi.waitFor(() => expect(locks).toHaveLength(1));
  await Promise.resolve();
  locks[0].dispatchEvent(new Event('release'));
  page.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(locks).toHaveLength(2));
  await Promise.resolve();
  session.end();
  await vi.waitFor(() => expect(release).toHaveBeenCalledTimes(1));
});

it('plays a film where there is no lock, which begins with a press, and stops it when nothing runs', async () => {
  vi.stubGlobal('navigator', {});
  const { isRunning } = await begin();
  film.enable.mockRejectedValueOnce(new Error('no press yet'));
  isRunning.value = true;
  await vi.waitFor(() => expect(film.enable).toHaveBeenCalledTimes(1));
  expect(film.isEnabled).toBe(false);
  page.dispatchEvent(new Event('pointerup'));
  await vi.waitFor(() => expect(film.isEnabled).toBe(true));
  isRunning.value = false;
  await vi.waitFor(() => expect(film.isEnabled).toBe(false));
});
