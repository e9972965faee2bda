import { describe, expect, it } from 'vitest';
import { FRESH_MS, SILENT_MS, SilenceWatch } from './silence.ts';

/** Watches a process for so many seconds, of which each tells what it says. */
function watch(says: (second: number) => number, seconds: number, watcher = new SilenceWatch(), from = 0) {
  let seen = watcher.observe([], from * 1000);
  for (let second = from; second <= from + seconds; second++)
    seen = watcher.observe([{ epoch: 7, aliveAtMs: says(second) }], second * 1000);
  return seen;
}

describe('a process counts as gone', () => {
  it('when it has told nothing new for some seconds', () => {
    expect(watch(() => 5, SILENT_MS / 1000 - 1)).toMatchObject({ silent: [] });
    expect(watch(() => 5, SILENT_MS / 1000)).toMatchObject({ silent: [7] });
  });

  it('never while it tells that it lives, whatever its clock says', () => {
    expect(watch((second) => second * 1000, 60)).toMatchObject({ silent: [] });
    expect(watch((second) => second * 1000 + (second > 5 ? 3_600_000 : 0), 60)).toMatchObject({ silent: [] });
    expect(watch((second) => second * 1000 - (second > 5 ? 3_600_000 : 0), 60)).toMatchObject({ silent: [] });
  });

  it('only after a watch without a gap: when the database was away, it could not tell', () => {
    const watcher = new SilenceWatch();
    watch(() => 5, 3, watcher);
    expect(watch(() => 5, 2, watcher, 40)).toMatchObject({ silent: [] });
    expect(watch(() => 5, SILENT_MS / 1000, watcher, 43)).toMatchObject({ silent: [7] });
  });

  it('at once when its lock is free, but not right after it has told of itself: then it only lost its connection', () => {
    const seconds = Math.floor(FRESH_MS / 1000);
    expect(watch(() => 5, seconds)).toEqual({ silent: [], fresh: [7] });
    expect(watch(() => 5, seconds + 1)).toEqual({ silent: [], fresh: [] });
  });
});
