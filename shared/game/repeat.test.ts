/** A stage begins again: what goes, what stays, and what comes too late. */

import { describe, expect, it } from 'vitest';
import { nextJobs } from './jobs.ts';
import { lookUp } from './look-up.ts';
import { sliceOf } from './slices.ts';
import { DEFAULT_DATA_PLAN } from './stages/data/plan.ts';
import { DEFAULT_SCALE_PLAN } from './stages/scale/plan.ts';
import { firstVersionOf } from './training/start.ts';
import { planRound } from './training/rounds.ts';
import { codeOf, HOST, must, player, PREPARED, SYSTEM, TestMatch } from './testing.ts';

const RUN = { teamId: 'team-1', stage: 'pretrain' } as const;
const leftMs = ({ match, nowMs }: TestMatch): number => must(match.stageEndsAtMs) - nowMs;
const again = (test: TestMatch, step = `1.${test.match.stage}`): string =>
  codeOf(test.act(HOST, { type: 'host/repeat', step }));

/** One lab in its pretraining, with a round handed out. */
function training(): TestMatch {
  const test = new TestMatch(1, ['ada']);
  test.act(player('ada'), { type: 'lobby/benchmark', tokensPerSecond: 1_000, backend: 'wasm' });
  test.skipTo('pretrain');
  test.act(SYSTEM, { type: 'referee/prepared', teamId: 'team-1', prepared: PREPARED });
  test.act(SYSTEM, { type: 'round/run', ...RUN, rowsTotal: 100_000, tokensTotal: 6_000_000 });
  const planned = must(planRound(test.match, test.team(), 'pretrain', test.nowMs));
  test.act(SYSTEM, { type: 'round/open', ...RUN, ...planned });
  return test;
}

describe('a stage that begins again', () => {
  it('has the whole of its clock, nothing proposed and nothing decided', () => {
    const test = new TestMatch(2, ['ada', 'bo']).skipTo('scale');
    const whole = leftMs(test);
    test.nowMs += 20_000;
    const proposed = { stage: 'scale', plan: { ...DEFAULT_SCALE_PLAN, size: 'large' } } as const;
    test.act(player('ada'), { type: 'plan/propose', proposed });
    expect(test.team().now.scale.plan).not.toBeNull();
    expect(again(test)).toBe('ok');
    expect(leftMs(test)).toBe(whole);
    expect(test.team().now.scale).toEqual({ plan: null, probes: [] });
    expect(test.team().now.data.plan).not.toBeNull();
    expect(test.match.repeats).toBe(1);
    expect(codeOf(test.act(player('ada'), { type: 'plan/propose', proposed }))).toBe('ok');
  });

  it('is the one that was on the screen, and no other', () => {
    const test = new TestMatch(2, ['ada', 'bo']).skipTo('scale');
    expect(again(test, '1.data')).toBe('match/other_stage');
    expect(test.match.repeats).toBe(0);
  });

  it('stands in a pause until the host goes on, and then has all of its time', () => {
    const test = new TestMatch(2, ['ada', 'bo']).skipTo('scale');
    const whole = leftMs(test);
    test.nowMs += 20_000;
    test.act(HOST, { type: 'host/pause' });
    test.nowMs += 60_000;
    expect(again(test)).toBe('ok');
    test.nowMs += 60_000;
    test.act(HOST, { type: 'host/resume' });
    expect(leftMs(test)).toBe(whole);
  });

  it('begins its run anew: the job is there again, and what the old run still brings is for nothing', () => {
    const test = training();
    const old = must(must(test.team().now.pretrain.run).round);
    expect(again(test)).toBe('ok');
    expect(test.team().now.pretrain).toEqual({ prepared: null, run: null, ownHeldOut: null });
    expect(nextJobs(test.match, new Set())).toEqual([{ kind: 'prepare', teamId: 'team-1' }]);
    const late = { playerId: 'ada', round: old.number, rowsUsed: 1, tokens: 1, trainLoss: 3 };
    expect(codeOf(test.act(SYSTEM, { type: 'round/submit', ...RUN, ...late }))).toBe('train/not_running');
    test.act(SYSTEM, { type: 'referee/prepared', teamId: 'team-1', prepared: PREPARED });
    test.act(SYSTEM, { type: 'round/run', ...RUN, rowsTotal: 100_000, tokensTotal: 6_000_000 });
    const planned = must(planRound(test.match, test.team(), 'pretrain', test.nowMs));
    test.act(SYSTEM, { type: 'round/open', ...RUN, ...planned });
    expect(must(must(test.team().now.pretrain.run).round).number).toBeGreaterThan(old.number);
    expect(codeOf(test.act(SYSTEM, { type: 'round/submit', ...RUN, ...late }))).toBe('train/stale_round');
  });

  it('never uses the number of a version anew, however often it begins', () => {
    const test = training();
    const versions = [firstVersionOf(test.team(), 'pretrain')];
    for (let time = 0; time < 3; time++) {
      again(test);
      versions.push(firstVersionOf(test.team(), 'pretrain'));
      test.act(SYSTEM, { type: 'referee/prepared', teamId: 'team-1', prepared: PREPARED });
      test.act(SYSTEM, { type: 'round/run', ...RUN, rowsTotal: 100_000, tokensTotal: 6_000_000 });
    }
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(new Set(versions.slice(1)).size).toBe(3);
  });

  it('takes back what later stages had begun on the strength of it', () => {
    const test = new TestMatch(1, ['ada']).skipTo('scale');
    test.act(player('ada'), {
      type: 'plan/propose',
      proposed: { stage: 'scale', plan: DEFAULT_SCALE_PLAN },
    });
    test.act(SYSTEM, { type: 'referee/prepared', teamId: 'team-1', prepared: PREPARED });
    again(test);
    expect(test.team().now.pretrain.prepared).toBeNull();
  });
});

describe('the data stage that begins again', () => {
  it('empties baskets and forgets labels, and knows the market', () => {
    const test = new TestMatch(2, ['ada', 'bo']).skipTo('data');
    const documents = { stories: 9 } as never;
    test.act(SYSTEM, { type: 'referee/market', documents });
    test.act(player('ada'), { type: 'data/basket', change: { kind: 'stories', portion: 'half' } });
    test.act(player('ada'), { type: 'data/label', kind: 'stories', number: 1, verdict: 'keep' });
    again(test);
    expect(test.team().now.data).toMatchObject({ basket: { by: {} }, labels: {}, labelCounts: {} });
    expect(sliceOf(test.match, 'data').documents).toEqual(documents);
  });

  it('takes back bids that nobody has seen, and holds the auction again', () => {
    const test = new TestMatch(2, ['ada', 'bo']).skipTo('data');
    test.act(player('ada'), { type: 'auction/bid', coins: 30 });
    again(test);
    expect(sliceOf(test.match, 'data').auction).toMatchObject({ bids: {}, outcome: null });
  });

  it('leaves an auction as it is whose bids everybody has seen: the winner has the archive in its basket', () => {
    const test = new TestMatch(2, ['ada', 'bo']).skipTo('data');
    const teamId = test.player('ada').teamId;
    test.act(player('ada'), { type: 'auction/bid', coins: 30 });
    test.act(player('bo'), { type: 'auction/bid', coins: null });
    const { outcome, kind } = sliceOf(test.match, 'data').auction;
    expect(outcome).toMatchObject({ winnerId: teamId, coins: 30 });
    again(test);
    expect(sliceOf(test.match, 'data').auction.outcome).toEqual(outcome);
    expect(lookUp(test.team(teamId).now.data.basket.plan.purchases, kind)).toBe('archive');
    expect(codeOf(test.act(player('bo'), { type: 'auction/bid', coins: 40 }))).toBe('auction/closed');
  });
});

describe('what cannot begin again', () => {
  it('is the lobby, the debrief, and an arena whose curtains are open', () => {
    const test = new TestMatch(2, ['ada', 'bo']);
    expect(again(test, '1.lobby')).toBe('match/not_again');
    test.skipTo('arena');
    expect(again(test)).toBe('ok');
    sliceOf(test.match, 'arena').revealed = true;
    expect(again(test)).toBe('match/not_again');
    test.skipTo('debrief');
    expect(again(test)).toBe('match/not_again');
  });
});

it('a lab that decided by default may decide by itself the second time', () => {
  const test = new TestMatch(1, ['ada']).skipTo('data');
  test.act(HOST, { type: 'host/skip' });
  expect(test.team().defaulted).toEqual(['data']);
  again(test);
  expect(test.team().defaulted).toEqual(['data']);
  test.skipTo('fine-tune').act(HOST, { type: 'host/skip' });
  expect(test.team().defaulted).toContain('fine-tune');
  again(test);
  expect(test.team().defaulted).not.toContain('fine-tune');
  expect(test.team().now.data.plan).toEqual(DEFAULT_DATA_PLAN);
});
