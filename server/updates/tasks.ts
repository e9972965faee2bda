/** The thread's own part of the work on updates: what comes out of it is handed over or shared, and never copied. */

import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { Result } from '../../shared/game/result.ts';
import type { Update } from '../../shared/game/wire/update.ts';
import * as work from '../match/update-work.ts';

/** A change stays with the room until its round ends, and comes back to be averaged: both threads see the same memory. */
export function read(update: work.UpdateToRead): Result<Update> {
  const found = work.readUpdate(update);
  if (!found.ok) return found;
  const { delta } = found.value;
  const shared = new Float32Array(new SharedArrayBuffer(delta.byteLength));
  shared.set(delta);
  return { ok: true, value: { ...found.value, delta: shared } };
}

export function average(updates: work.UpdatesToAverage): work.Averaged {
  const value = work.average(updates);
  const arrays = [value.next?.weights, value.next?.velocity].filter((array) => array instanceof Float32Array);
  const buffers = arrays.map(({ buffer }) => buffer);
  return move({ [transferableSymbol]: buffers, [valueSymbol]: value }) as unknown as work.Averaged;
}
