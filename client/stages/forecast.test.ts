/** A run that can't finish says so: how far it comes, and how much time would help. */

import { describe, expect, it } from 'vitest';
import { must } from '../../shared/game/testing.ts';
import { fixtureMatch } from './fixture.ts';
import { shortfallOf } from './forecast.ts';

const run = {
  ...must(must(fixtureMatch('pretrain').teams[0]).runs.pretrain),
  tokensTotal: 1_000_000,
  tokensUsed: 300_000,
};

describe('the shortfall of a run', () => {
  it('is what is unread when the clock runs out, and the time that would read it', () => {
    expect(shortfallOf(run, 1000, 60)).toEqual({ share: 0.36, moreSeconds: 660 });
    expect(shortfallOf(run, 10_000, 40)).toEqual({ share: 0.7, moreSeconds: 30 });
  });

  it.each([
    ['it will be through', run, 10_000, 70],
    ['it is late by less than rates wobble', run, 10_000, 68],
    ['it is over', { ...run, status: 'finished' as const }, 1000, 60],
    ['there is no clock', run, 1000, null],
    ['nothing is measured yet', run, 0, 60],
  ])('is nothing where %s', (_why, candidate, rate, secondsLeft) =>
    expect(shortfallOf(candidate, rate, secondsLeft)).toBeNull(),
  );
});
