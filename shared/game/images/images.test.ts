/** A match of pictures by its rules alone: what labs may buy, who trains their painters, and how it ends. */

import { describe, expect, it } from 'vitest';
import { codeOf, HOST, player, SYSTEM, TestMatch } from '../testing.ts';
import { isOver } from '../schedule.ts';
import { nextJobs } from '../jobs.ts';
import { ownTeamSlice } from '../slices.ts';
import { painterOf } from '../stages/paint/painter.ts';
import type { PaintTeam } from '../stages/paint/state.ts';
import type { PictureSet } from './market.ts';
import { partSteps, stepsFor } from './painter.ts';
import type { TeamPlan } from '../match.ts';
import { scoreExhibit, type Exhibit } from './exhibit.ts';

const SET: PictureSet = {
  bought: 10,
  dropped: {},
  left: 10,
  perKind: { people: 4, animals: 2, dishes: 2, buildings: 2 },
  shown: [],
};
const PLAN: TeamPlan = { stage: 'pictures', plan: { sources: ['town'], cleaning: [] } };

const begin = (): TestMatch =>
  new TestMatch(2, ['ada', 'bo'], 'images', { budgetFlops: 1e11 }).skipTo('pictures');

/** Up to where painters are trained, with sets that are cleaned. */
function beginPainting(): TestMatch {
  const test = begin().skipTo('paint');
  for (const teamId of ['team-1', 'team-2'])
    test.act(SYSTEM, { type: 'referee/picture-set', teamId, set: SET });
  test.act(player('ada'), { type: 'plan/propose', proposed: { stage: 'paint', plan: { size: 'small' } } });
  return test;
}

const paintOf = (test: TestMatch): PaintTeam => ownTeamSlice<PaintTeam>(test.team(), 'paint');

describe('a match of pictures', () => {
  it('has stages of its own, and ends in the exhibition', () => {
    const test = begin();
    expect(test.match.schedule.map(({ stage }) => stage)).toEqual([
      'lobby',
      'pictures',
      'paint',
      'gallery',
      'exhibition',
    ]);
    test.skipTo('exhibition');
    expect(isOver(test.match)).toBe(true);
  });

  it.each([
    [{ sources: [], cleaning: [] }, 'pictures/nothing_bought'],
    [{ sources: ['town', 'farm', 'web'], cleaning: [] }, 'pictures/over_budget'],
    [{ sources: ['web', 'web'], cleaning: [] }, 'protocol/bad_message'],
    [{ sources: ['web'], cleaning: ['copies', 'copies'] }, 'protocol/bad_message'],
  ] as const)('refuses a purchase that cannot be: %j', (plan, code) => {
    const test = begin();
    const proposed = { stage: 'pictures', plan } as unknown as TeamPlan;
    expect(codeOf(test.act(player('ada'), { type: 'plan/propose', proposed }))).toBe(code);
    expect(test.team().proposals).toEqual([]);
  });

  it('wants samples for all, and each set cleaned as soon as it is bought', () => {
    const test = begin();
    expect(nextJobs(test.match, new Set())).toEqual([{ kind: 'pictureSamples', teamId: 'pictures' }]);
    test.act(player('ada'), { type: 'plan/propose', proposed: PLAN });
    expect(nextJobs(test.match, new Set())).toEqual([{ kind: 'pictureSet', teamId: 'team-1' }]);
  });

  it('gives a larger painter fewer steps', () => {
    expect(stepsFor('small', 1.2e12)).toBeGreaterThan(2 * stepsFor('medium', 1.2e12));
    expect(stepsFor('medium', 1.2e12)).toBeGreaterThan(2 * stepsFor('large', 1.2e12));
  });
});

describe('a painter', () => {
  it('is trained by the server where no device can, part after part', () => {
    const test = beginPainting();
    expect(painterOf(test.match, test.team())).toBe('server');
    expect(nextJobs(test.match, new Set())).toEqual([{ kind: 'paint', teamId: 'team-1' }]);
    const own = paintOf(test);
    const first = partSteps(0, own.stepsTotal);
    expect(codeOf(test.act(SYSTEM, { type: 'paint/part', teamId: 'team-1', from: 0, loss: 2 }))).toBe('ok');
    expect(codeOf(test.act(SYSTEM, { type: 'paint/part', teamId: 'team-1', from: 0, loss: 2 }))).toBe(
      'train/stale_round',
    );
    expect(own.parts).toEqual([{ steps: first, loss: 2 }]);
  });

  it('is trained by the fastest device that is here and has not failed', () => {
    const test = beginPainting();
    test.player('ada').device = { tokensPerSecond: 30_000, backend: 'wasm' };
    expect(painterOf(test.match, test.team())).toBe('ada');
    expect(codeOf(test.act(player('ada'), { type: 'paint/unable' }))).toBe('ok');
    expect(painterOf(test.match, test.team())).toBe('server');
  });

  it('is finished by the server after the clock', () => {
    const test = beginPainting();
    test.player('ada').device = { tokensPerSecond: 30_000, backend: 'wasm' };
    test.act(HOST, { type: 'host/skip' });
    expect(test.match.stage).toBe('paint');
    expect(painterOf(test.match, test.team())).toBe('server');
    /* Who decided nothing has a painter, too. */
    expect(painterOf(test.match, test.team('team-2'))).toBe('server');
  });
});

describe('the points of a painter', () => {
  const figure = (value: number) => ({ value, low: value, high: value });
  const exhibit: Exhibit = {
    pictures: [],
    right: [],
    agreement: figure(0.5),
    perKind: { people: figure(1), animals: figure(0), dishes: figure(0), buildings: figure(1) },
    diversity: figure(0.3),
    realDiversity: figure(0.3),
    frechet: figure(100),
    realFrechet: figure(70),
    nearCopies: figure(0),
    harms: { copies: figure(0), face: figure(0), manner: figure(0), marks: figure(0), skew: figure(0) },
  };

  it('are the geometric mean of skill, variety and trust, and where the other folk has more bakers is no harm', () => {
    const harms = { ...exhibit.harms, skew: figure(-0.1) };
    const { total, ...parts } = scoreExhibit({ ...exhibit, harms });
    expect(parts).toEqual({ skill: 50, variety: 100, trust: 100 });
    expect(total).toBeCloseTo(79.37);
  });

  it('are none for who paints nothing that was asked', () => {
    expect(scoreExhibit({ ...exhibit, agreement: figure(0) }).total).toBe(0);
  });

  it('fall with each harm alike', () => {
    const harms = { ...exhibit.harms, copies: figure(1), skew: figure(1) };
    expect(scoreExhibit({ ...exhibit, harms }).trust).toBe(60);
  });
});
