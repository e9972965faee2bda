/** The seats that a device remembers: the newest first, and none that is older than a day. */

import { afterEach, expect, it, vi } from 'vitest';
import { forgetSeat, keepSeat, recentSeats } from './seat.ts';
import { ADAS_SEAT } from './testing.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** What a page has, as far as seats use it: its keys are its own properties. */
function storage(): object {
  const methods = {
    getItem(key: string) {
      return Object.hasOwn(this, key) ? (this as Record<string, unknown>)[key] : null;
    },
    setItem(key: string, text: string) {
      Object.assign(this, { [key]: text });
    },
    removeItem(key: string) {
      Reflect.deleteProperty(this, key);
    },
  };
  return Object.create(methods) as object;
}

it('finds the host of this morning again, and not the one of last week', () => {
  vi.useFakeTimers({ now: 1_000_000_000_000 });
  vi.stubGlobal('localStorage', storage());
  const host = { ...ADAS_SEAT, role: 'host', playerId: null } as const;
  keepSeat({ ...host, code: 'OLDE11' });
  vi.advanceTimersByTime(7 * 24 * 60 * 60 * 1000);
  keepSeat({ ...host, code: 'HAZU53' });
  vi.advanceTimersByTime(1000);
  keepSeat({ ...host, code: 'BOKA42' });
  keepSeat(ADAS_SEAT);
  expect(recentSeats('host').map(({ code }) => code)).toEqual(['BOKA42', 'HAZU53']);
  expect(recentSeats('player').map(({ code }) => code)).toEqual(['AAAA']);
  forgetSeat({ role: 'host', code: 'BOKA42' });
  expect(recentSeats('host').map(({ code }) => code)).toEqual(['HAZU53']);
});

it('has none where the browser keeps nothing', () => {
  expect(recentSeats('host')).toEqual([]);
});
