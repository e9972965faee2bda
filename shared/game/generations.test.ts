/** A match of two generations: the same stages again, with what the first time earned, and nothing of it mixed up with the second. */

import { describe, expect, it } from 'vitest';
import type { Stage } from '../lifecycle.ts';
import type { ModelScores, TeamResults } from './match.ts';
import { createSettings } from './presets.ts';
import { sliceOf } from './slices.ts';
import { coinsOf, DATA_BUDGET_COINS } from './stages/data/coins.ts';
import { DEFAULT_DATA_PLAN, MARKET, type DataPlan } from './stages/data/plan.ts';
import { DEFAULT_SCALE_PLAN, type ScalePlan } from './stages/scale/plan.ts';
import { createMatchState } from './sync/project.ts';
import { codeOf, HOST, must, player, PREPARED, SYSTEM, TestMatch } from './testing.ts';
import { ancestorOf, configOf, firstVersionOf } from './training/start.ts';

const SCORES: ModelScores = {
  bitsPerByte: 1,
  perKind: {} as ModelScores['perKind'],
  evals: { exercises: 0.5, facts: 0.5, form: 0.5, sentences: 0.5 },
};
const RESULTS: TeamResults = {
  pretrained: SCORES,
  tuned: null,
  aligned: null,
  preference: { tuned: null, aligned: null, klNats: null, rise: null },
  answers: [],
  yardstick: SCORES,
  samples: { untrained: [], pretrained: [], tuned: [], aligned: [] },
};

const propose = (proposed: { stage: 'scale'; plan: ScalePlan } | { stage: 'data'; plan: DataPlan }) =>
  ({ type: 'plan/propose', proposed }) as const;

/** Two labs of one, whose models have read one round of text, in the debrief of the first year. */
function afterOneYear(): TestMatch {
  const test = new TestMatch(2, ['ada', 'bo'], 'long').skipTo('pretrain');
  for (const teamId of ['team-1', 'team-2']) {
    const run = { teamId, stage: 'pretrain' } as const;
    test.act(SYSTEM, { type: 'referee/prepared', teamId, prepared: PREPARED });
    test.act(SYSTEM, { type: 'round/run', ...run, rowsTotal: 320, tokensTotal: 19_200 });
    const playerId = teamId === 'team-1' ? 'ada' : 'bo';
    const shards = [{ playerId, startRow: 0, rowCount: 320, tokens: 20_480 }];
    test.act(SYSTEM, {
      type: 'round/open',
      ...run,
      shards,
      plannedSeconds: 1,
      deadlineMs: test.nowMs + 9_000,
    });
    const update = { playerId, round: 1, rowsUsed: 320, tokens: 19_200, trainLoss: 2 };
    test.act(SYSTEM, { type: 'round/submit', ...run, ...update });
    test.act(SYSTEM, { type: 'round/close', ...run, round: 1, takenIds: [playerId] });
    const scored = { version: 1, tokens: 19_200, bitsPerByte: 1.5, ownBitsPerByte: 1.4, samples: [] };
    test.act(SYSTEM, { type: 'referee/scored', ...run, ...scored });
  }
  test.skipTo('debrief');
  for (const teamId of ['team-1', 'team-2'])
    test.act(SYSTEM, { type: 'referee/final', teamId, results: RESULTS });
  return test;
}

/** The same a moment later, in the second year's data stage. */
function inSecondYear(): TestMatch {
  const test = afterOneYear();
  test.act(HOST, { type: 'host/skip' });
  return test;
}

describe('a match of two generations', () => {
  it('takes no longer than a lesson', () => {
    const { generations, stageSeconds, leftOut } = createSettings('long');
    const played = Object.entries(stageSeconds).filter(([stage]) => !leftOut.some((out) => out === stage));
    const once = played.reduce((sum, [, seconds]) => sum + (seconds ?? 0), 0);
    const all = generations * once - (stageSeconds.debrief ?? 0);
    expect(generations).toBe(2);
    expect(all / 60).toBeGreaterThan(35);
    expect(all / 60).toBeLessThan(45);
  });

  it('goes through all stages but the lobby twice, and stays in the last debrief', () => {
    const test = new TestMatch(1, ['ada'], 'long');
    test.act(HOST, { type: 'host/start' });
    const seen: Stage[] = [test.match.stage];
    while (codeOf(test.act(HOST, { type: 'host/skip' })) === 'ok')
      if (test.match.stage !== seen.at(-1)) seen.push(test.match.stage);
    const once = ['data', 'scale', 'pretrain', 'fine-tune', 'align', 'test', 'arena', 'debrief'];
    expect(seen).toEqual([...once, ...once]);
  });

  it('goes without what its host leaves out', () => {
    const test = new TestMatch(1, ['ada'], 'long', { leftOut: ['align', 'deploy'] });
    test.act(HOST, { type: 'host/start' });
    const seen = new Set([test.match.stage]);
    while (codeOf(test.act(HOST, { type: 'host/skip' })) === 'ok') seen.add(test.match.stage);
    expect([...seen]).toEqual(['data', 'scale', 'pretrain', 'fine-tune', 'test', 'arena', 'debrief']);
    expect(test.match.stageEndsAtMs).toBeNull();
    expect(codeOf(test.act(HOST, { type: 'host/skip' }))).toBe('match/finished');
    expect(codeOf(test.seat('late'))).toBe('lobby/closed');
  });

  it('lets people in, and the host pause, in the debrief between the two', () => {
    const test = afterOneYear();
    expect(test.match.stageEndsAtMs).toBe(test.nowMs + 150_000);
    expect(codeOf(test.seat('late'))).toBe('ok');
    expect(codeOf(test.act(HOST, { type: 'host/pause' }))).toBe('ok');
  });

  it('waits for a sealed test that is still being taken, but not for ever', () => {
    const test = afterOneYear();
    test.team().now.debrief.score = null;
    test.act(HOST, { type: 'host/skip' });
    expect(test.match.stage).toBe('debrief');
    expect(test.match.stageEndsAtMs).toBe(test.nowMs + 5_000);
    for (let times = 0; times < 24; times++) test.act(HOST, { type: 'host/skip' });
    expect(test.match.stage).toBe('data');
  });
});

describe('the second generation', () => {
  it('begins with nothing of the first but its record', () => {
    const test = inSecondYear();
    const { now, past, defaulted, proposals } = test.team();
    expect([now.data.plan, now.scale.plan, now.pretrain.run, now.debrief.score]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect([defaulted, proposals]).toEqual([[], []]);
    expect(past.map(({ pretrain, data }) => [pretrain.run?.version, data.plan])).toEqual([
      [1, DEFAULT_DATA_PLAN],
    ]);
    expect(sliceOf(test.match, 'data').auction.outcome).toBeNull();
    expect(sliceOf(test.match, 'arena').revealed).toBe(false);
  });

  it('gives more coins for more points, and they can be spent', () => {
    const test = inSecondYear();
    const earned = coinsOf(test.team()) - DATA_BUDGET_COINS;
    expect(earned).toBe(Math.round(0.4 * must(test.team().past[0]?.debrief.score).total));
    expect(earned).toBeGreaterThan(5);
    const [stories, encyclopedia, questions, exercises, web] = MARKET.map(({ kind }) => kind);
    const all = [stories, encyclopedia, questions, exercises, web].map(
      (kind) => [must(kind), 'whole'] as const,
    );
    const plan = {
      ...DEFAULT_DATA_PLAN,
      purchases: Object.fromEntries(all),
      shares: Object.fromEntries(all.map(([kind]) => [kind, 1])),
    } as DataPlan;
    expect(codeOf(test.act(player('ada'), propose({ stage: 'data', plan })))).toBe('ok');
    const first = new TestMatch(1, ['ada'], 'long').skipTo('data');
    expect(codeOf(first.act(player('ada'), propose({ stage: 'data', plan })))).toBe('data/over_budget');
  });

  it('may go on from its own model, as it is', () => {
    const test = inSecondYear();
    const { size, contextLength } = DEFAULT_SCALE_PLAN;
    expect(ancestorOf(test.team())).toEqual({
      size,
      contextLength,
      architecture: 'transformer',
      vocabSize: 1024,
      bitsPerByte: 1.5,
    });
    const smaller = { ...DEFAULT_DATA_PLAN, vocabSize: 256 } as const;
    test.act(player('ada'), propose({ stage: 'data', plan: smaller }));
    test.skipTo('scale');
    const goOn = (plan: Partial<ScalePlan>) =>
      test.act(
        player('ada'),
        propose({ stage: 'scale', plan: { ...DEFAULT_SCALE_PLAN, start: 'checkpoint', ...plan } }),
      );
    expect(codeOf(goOn({ size: 'huge' }))).toBe('scale/other_shape');
    expect(codeOf(goOn({ architecture: 'recurrent' }))).toBe('scale/other_shape');
    expect(codeOf(goOn({}))).toBe('ok');
    /* With the words that it knows, whatever vocabulary this year's plan asks for. */
    expect(configOf(test.team())?.vocabSize).toBe(1024);
  });

  it('may begin anew, with another vocabulary', () => {
    const test = inSecondYear();
    const smaller = { ...DEFAULT_DATA_PLAN, vocabSize: 256 } as const;
    test.act(player('ada'), propose({ stage: 'data', plan: smaller }));
    test.skipTo('scale');
    test.act(player('ada'), propose({ stage: 'scale', plan: { ...DEFAULT_SCALE_PLAN, start: 'scratch' } }));
    expect(configOf(test.team())?.vocabSize).toBe(256);
  });

  it('offers nothing to go on from in the first', () => {
    const test = new TestMatch(1, ['ada'], 'long').skipTo('scale');
    const plan = { ...DEFAULT_SCALE_PLAN, start: 'checkpoint' } as const;
    expect(codeOf(test.act(player('ada'), propose({ stage: 'scale', plan })))).toBe('scale/no_checkpoint');
  });

  it('counts rounds and versions on, so that what a sleeper brings late is taken for nothing', () => {
    const test = inSecondYear().skipTo('pretrain');
    expect(firstVersionOf(test.team(), 'pretrain')).toBe(2);
    const run = { teamId: 'team-1', stage: 'pretrain' } as const;
    const start = { bitsPerByte: 1.6, ownBitsPerByte: 1.7, samples: [{ prompt: 'One', text: ' two' }] };
    test.act(SYSTEM, { type: 'referee/prepared', teamId: 'team-1', prepared: { ...PREPARED, start } });
    test.act(SYSTEM, { type: 'round/run', ...run, rowsTotal: 320, tokensTotal: 19_200 });
    const shards = [{ playerId: 'ada', startRow: 0, rowCount: 320, tokens: 20_480 }];
    test.act(SYSTEM, {
      type: 'round/open',
      ...run,
      shards,
      plannedSeconds: 1,
      deadlineMs: test.nowMs + 9_000,
    });
    expect(test.team().now.pretrain.run).toMatchObject({
      version: 2,
      soundBitsPerByte: 1.7,
      round: { number: 3 },
    });
    expect(test.team().now.pretrain.run?.curve).toEqual([{ tokens: 0, trainLoss: null, bitsPerByte: 1.6 }]);
    expect(test.team().now.pretrain.run?.filmstrip).toEqual([{ tokens: 0, samples: start.samples }]);
    const late = { playerId: 'ada', round: 1, rowsUsed: 320, tokens: 19_200, trainLoss: 2 };
    expect(codeOf(test.act(SYSTEM, { type: 'round/submit', ...run, ...late }))).toBe('train/stale_round');
  });

  it('is told on the wire, with what came of the first', () => {
    const { match } = inSecondYear();
    const state = createMatchState(match);
    expect(state.generation).toBe(2);
    const past = JSON.parse(must(state.teams.get('team-1')).past) as { score: { total: number } }[];
    expect(past.map(({ score }) => score.total)).toEqual([
      must(match.teams['team-1']?.past[0]?.debrief.score).total,
    ]);
  });
});
