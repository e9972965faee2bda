/** Numbers that are none, or that nobody means: refused by the rules, whoever let them come so far. */

import { describe, expect, it } from 'vitest';
import { awardsFor } from './stages/debrief/awards.ts';
import { DEFAULT_DATA_PLAN } from './stages/data/plan.ts';
import { scoreResults } from './score.ts';
import { DEFAULT_FINE_TUNE_PLAN } from './stages/fine-tune/plan.ts';
import type { Match, ModelScores, TeamPlan, TeamResults } from './match.ts';
import type { Move } from './moves.ts';
import type { Actor } from './stage.ts';
import { DEFAULT_SCALE_PLAN } from './stages/scale/plan.ts';
import { codeOf, HOST, must, player, PREPARED, SYSTEM, TestMatch } from './testing.ts';
import { LEAST_TOKENS_PER_SECOND } from './training/workers.ts';

const propose = (proposed: unknown): Move => ({ type: 'plan/propose', proposed: proposed as TeamPlan });
const data = (change: object): Move => propose({ stage: 'data', plan: { ...DEFAULT_DATA_PLAN, ...change } });
const fineTune = (change: object): Move =>
  propose({ stage: 'fine-tune', plan: { ...DEFAULT_FINE_TUNE_PLAN, ...change } });
const label = (number: number): Move => ({ type: 'data/label', kind: 'web', number, verdict: 'keep' });
const cards = (facts: number): Move => fineTune({ cards: { ...DEFAULT_FINE_TUNE_PLAN.cards, facts } });
const submit = (change: object): Move => ({
  type: 'round/submit',
  teamId: 'team-1',
  stage: 'pretrain',
  playerId: 'ada',
  round: 1,
  rowsUsed: 32,
  tokens: 1920,
  trainLoss: 3,
  ...change,
});

/** A match of one team of two, whose first round is open to ada. */
function training(stage: Match['stage']): TestMatch {
  const test = new TestMatch(1, ['ada', 'bo']);
  if (stage === 'lobby') return test;
  test.skipTo('data').act(SYSTEM, {
    type: 'referee/market',
    documents: { web: 9 } as Extract<Move, { type: 'referee/market' }>['documents'],
  });
  test.skipTo(stage);
  if (stage !== 'pretrain') return test;
  const run = { teamId: 'team-1', stage: 'pretrain' } as const;
  test.act(SYSTEM, { type: 'referee/prepared', teamId: 'team-1', prepared: PREPARED });
  test.act(SYSTEM, { type: 'round/run', ...run, rowsTotal: 64, tokensTotal: 64 * 60 });
  const shards = [{ playerId: 'ada', startRow: 0, rowCount: 32, tokens: 32 * 64 }];
  const deadlineMs = test.nowMs + 20_000;
  test.act(SYSTEM, { type: 'round/open', ...run, shards, plannedSeconds: 1, deadlineMs });
  return test;
}

const ADA = player('ada');
const NONE = [Number.NaN, Infinity, -Infinity];

describe.each<[string, Match['stage'], Actor, (value: number) => Move, string, number[]]>([
  [
    "a device's speed",
    'lobby',
    ADA,
    (tokensPerSecond) => ({ type: 'lobby/benchmark', tokensPerSecond, backend: 'js' }),
    'protocol/bad_message',
    [...NONE, -1, 1e12],
  ],
  [
    'seconds more',
    'data',
    HOST,
    (seconds) => ({ type: 'host/extend', seconds }),
    'protocol/bad_message',
    [...NONE, -60, 0, 1e9],
  ],
  ["a document's number", 'data', ADA, label, 'data/no_such_document', [...NONE, -1, 0, 1.5, 10]],
  ['a bid', 'data', ADA, (coins) => ({ type: 'auction/bid', coins }), 'auction/bad_bid', [...NONE, -1, 20.5]],
  [
    'a share of the mixture',
    'data',
    ADA,
    (stories) => data({ shares: { ...DEFAULT_DATA_PLAN.shares, stories } }),
    'protocol/bad_message',
    [...NONE, -1],
  ],
  ['a held-out share', 'data', ADA, (heldOutShare) => data({ heldOutShare }), 'data/bad_held_out', NONE],
  [
    'a likeness of copies',
    'data',
    ADA,
    (similarity) => data({ cleaning: { ...DEFAULT_DATA_PLAN.cleaning, similarity } }),
    'data/bad_similarity',
    NONE,
  ],
  ['a vocabulary', 'data', ADA, (size) => data({ vocabSize: size }), 'protocol/bad_message', [...NONE, 7]],
  [
    'a bet',
    'scale',
    ADA,
    (bet) => propose({ stage: 'scale', plan: { ...DEFAULT_SCALE_PLAN, bet } }),
    'scale/bad_bet',
    [...NONE, 0, -1, 1e9],
  ],
  [
    'a context',
    'scale',
    ADA,
    (contextLength) => propose({ stage: 'scale', plan: { ...DEFAULT_SCALE_PLAN, contextLength } }),
    'scale/unknown_size',
    [...NONE, 1e6],
  ],
  [
    'a learning rate',
    'pretrain',
    ADA,
    (rateFactor) => propose({ stage: 'pretrain', plan: { rateFactor } }),
    'protocol/bad_message',
    [...NONE, 0, 1e9],
  ],
  [
    'a version to go back to',
    'pretrain',
    ADA,
    (rollBackTo) => propose({ stage: 'pretrain', plan: { rollBackTo } }),
    'pretrain/no_such_checkpoint',
    NONE,
  ],
  ['demonstration cards', 'fine-tune', ADA, cards, 'protocol/bad_message', [...NONE, -100, 0.5]],
  [
    'a replayed share',
    'fine-tune',
    ADA,
    (replayShare) => fineTune({ replayShare }),
    'protocol/bad_message',
    [...NONE, 0.3],
  ],
  ['rows of an update', 'pretrain', SYSTEM, (rowsUsed) => submit({ rowsUsed }), 'train/not_finite', NONE],
  ['tokens of an update', 'pretrain', SYSTEM, (tokens) => submit({ tokens }), 'train/not_finite', NONE],
  [
    'the loss of an update',
    'pretrain',
    SYSTEM,
    (trainLoss) => submit({ trainLoss }),
    'train/not_finite',
    NONE,
  ],
])('%s', (_what, stage, actor, move, code, values) => {
  it.each(values)('can not be %s', (value) => {
    const test = training(stage);
    const before = structuredClone(test.match);
    expect(codeOf(test.act(actor, move(value)))).toBe(code);
    expect(test.match).toEqual(before);
  });
});

describe.each(NONE)('measuring that comes to %s', (nothing) => {
  const scored = (change: object): Move => ({
    type: 'referee/scored',
    teamId: 'team-1',
    stage: 'pretrain',
    version: 1,
    tokens: 1920,
    samples: [],
    bitsPerByte: 2,
    ownBitsPerByte: 2,
    ...change,
  });
  const trained = (): TestMatch => {
    const test = training('pretrain');
    test.act(SYSTEM, submit({}));
    const at = { teamId: 'team-1', stage: 'pretrain' } as const;
    test.act(SYSTEM, { type: 'round/close', ...at, round: 1, takenIds: ['ada'] });
    return test;
  };

  it.each([{ bitsPerByte: nothing }, { ownBitsPerByte: nothing }])('is no score: %j', (change) => {
    const test = trained();
    expect(codeOf(test.act(SYSTEM, scored(change)))).toBe('ok');
    const run = must(test.team().now.pretrain.run);
    expect(run.curve.map(({ bitsPerByte }) => bitsPerByte)).toEqual([4, null]);
    expect(run.checkpoints).toEqual([]);
    expect(run).toMatchObject({ soundVersion: 0, soundBitsPerByte: 4, scoredTokens: 1920 });
  });

  it('for one kind of text leaves the kinds out', () => {
    const test = trained();
    const perKind = { stories: nothing, encyclopedia: 2, questions: 2, exercises: 2, web: 2, posts: 2 };
    test.act(SYSTEM, scored({ perKind }));
    expect(test.team().now.pretrain.run?.curve.at(-1)).toMatchObject({ bitsPerByte: 2 });
    expect(test.team().now.pretrain.run?.curve.at(-1)?.perKind).toBeUndefined();
  });

  it('on the own held-out text leaves the measure before it', () => {
    const test = trained();
    const ownHeldOut = { tokens: 10, own: 2, common: 3 };
    const measure = (change: object): Move => ({
      type: 'referee/held-out',
      teamId: 'team-1',
      ownHeldOut: { ...ownHeldOut, ...change },
    });
    test.act(SYSTEM, measure({}));
    test.act(SYSTEM, measure({ tokens: 20, own: nothing }));
    expect(test.team().now.pretrain.ownHeldOut).toEqual(ownHeldOut);
  });

  it('before any training begins a curve without a score', () => {
    const test = new TestMatch(1, ['ada']).skipTo('pretrain');
    const prepared = { ...PREPARED, untrainedBitsPerByte: nothing };
    test.act(SYSTEM, { type: 'referee/prepared', teamId: 'team-1', prepared });
    const run = { teamId: 'team-1', stage: 'pretrain', rowsTotal: 64, tokensTotal: 640 } as const;
    test.act(SYSTEM, { type: 'round/run', ...run });
    expect(test.team().now.pretrain.run).toMatchObject({
      soundBitsPerByte: null,
      curve: [{ bitsPerByte: null }],
    });
  });

  it('in the final examination earns nothing, and keeps the rest of the score', () => {
    const scores: ModelScores = {
      bitsPerByte: nothing,
      perKind: {
        stories: nothing,
        encyclopedia: nothing,
        questions: nothing,
        exercises: nothing,
        web: nothing,
        posts: nothing,
      },
      evals: { exercises: 0.6, facts: 0.3, form: 0, sentences: 0 },
    };
    const results: TeamResults = {
      pretrained: scores,
      tuned: null,
      aligned: null,
      preference: { tuned: null, aligned: null, klNats: null, rise: null },
      answers: [],
      yardstick: { ...scores, bitsPerByte: 2 },
      samples: { untrained: [], pretrained: [], tuned: [], aligned: [] },
    };
    const score = scoreResults(results, null);
    expect(score).toMatchObject({ language: 0, science: 22.5, total: 11.25 });
    const entry = { id: 'team-1', parameters: 1, trigramBitsPerByte: 2, results, score, rating: null };
    const reader = awardsFor([entry]).filter(({ id }) => id === 'reader');
    expect(reader).toEqual([]);
  });
});

describe('a device that is endlessly slow', () => {
  it.each([Number.MIN_VALUE, 1, LEAST_TOKENS_PER_SECOND - 1])(
    'at %s tokens a second counts as one that cannot train',
    (slow) => {
      const test = new TestMatch(1, ['ada']);
      test.act(player('ada'), { type: 'lobby/benchmark', tokensPerSecond: slow, backend: 'js' });
      expect(test.player('ada').device?.tokensPerSecond).toBe(0);
    },
  );

  it('is one that trains from the least speed on', () => {
    const test = new TestMatch(1, ['ada']);
    test.act(player('ada'), {
      type: 'lobby/benchmark',
      tokensPerSecond: LEAST_TOKENS_PER_SECOND,
      backend: 'js',
    });
    expect(test.player('ada').device?.tokensPerSecond).toBe(LEAST_TOKENS_PER_SECOND);
  });
});
