/** What this device calls itself to the server that rates it: chance, kept on the device, and no account. */

import { makeId } from './ids.ts';

const KEY = 'loss-leaders-device';

/** The same at every call on a device that keeps things; without storage it lasts as long as the page. */
export function deviceId(): string {
  try {
    const known = localStorage.getItem(KEY);
    if (known && /^[0-9a-f]{32}$/.test(known)) return known;
    const made = makeId();
    localStorage.setItem(KEY, made);
    return made;
  } catch {
    return makeId();
  }
}
