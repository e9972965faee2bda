import { describe, expect, it } from 'vitest';
import { SILENT_MS, SilenceWatch } from './silence.ts';

/** Watches a process for so many seconds, of which each tells what it says. */
function watch(says: (second: number) => number, seconds: number, watcher = new SilenceWatch(), from = 0) {
  let silent: number[] = [];
  for (let second = from; second <= from + seconds; second++)
    silent = watcher.observe([{ epoch: 7, aliveAtMs: says(second) }], second * 1000);
  return silent;
}

describe('a process counts as gone', () => {
  it('when it has told nothing new for some seconds', () => {
    expect(watch(() => 5, SILENT_MS / 1000 - 1)).toEqual([]);
    expect(watch(() => 5, SILENT_MS / 1000)).toEqual([7]);
  });

  it('never while it tells that it lives, whatever its clock says', () => {
    expect(watch((second) => second * 1000, 60)).toEqual([]);
    expect(watch((second) => second * 1000 + (second > 5 ? 3_600_000 : 0), 60)).toEqual([]);
    expect(watch((second) => second * 1000 - (second > 5 ? 3_600_000 : 0), 60)).toEqual([]);
  });

  it('only after a watch without a gap: when the database was away, it could not tell', () => {
    const watcher = new SilenceWatch();
    watch(() => 5, 3, watcher);
    expect(watch(() => 5, 2, watcher, 40)).toEqual([]);
    expect(watch(() => 5, SILENT_MS / 1000, watcher, 43)).toEqual([7]);
  });
});
