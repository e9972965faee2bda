/** How fast a growing number grows, measured over its last few changes. */

import { useRef } from 'preact/hooks';

const KEPT = 6;

/** Units per second between the oldest and the newest of the last changes since the last pause; 0 until two are known. */
export function useRate(value: number, isPaused: boolean): number {
  const seen = useRef<{ value: number; atMs: number }[]>([]);
  const list = seen.current;
  if (isPaused) list.length = 0;
  const last = list[list.length - 1];
  if (!last || last.value !== value) {
    if (last && value < last.value) list.length = 0;
    list.push({ value, atMs: performance.now() });
    if (list.length > KEPT) list.shift();
  }
  const first = list[0];
  const newest = list[list.length - 1];
  const seconds = (newest.atMs - first.atMs) / 1000;
  return seconds > 0 ? (newest.value - first.value) / seconds : 0;
}
