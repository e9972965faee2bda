import { beforeEach, describe, expect, it } from 'vitest';
import type { TrainingRun } from '../match.ts';
import { planRound } from './rounds.ts';
import { HOST, must, player, PREPARED, SYSTEM, TestMatch } from '../testing.ts';
import { checkUpdate, isSpoiled, wantsScore } from './run.ts';

let test: TestMatch;
const team = () => test.team();
const run = (): TrainingRun => {
  const found = team().now.pretrain.run;
  if (!found) throw new Error('no run');
  return found;
};
const RUN = { teamId: 'team-1', stage: 'pretrain' } as const;
/** Ada trains a round of so many rows alone. */
const train = (rowCount = 32): void => {
  const { startRow } = must(run().rowsLeft[0]);
  const shards = [{ playerId: 'ada', startRow, rowCount, tokens: rowCount * 64 }];
  test.act(SYSTEM, {
    type: 'round/open',
    ...RUN,
    shards,
    plannedSeconds: 1,
    deadlineMs: test.nowMs + 20_000,
  });
  const round = run().roundsOpened;
  const update = { playerId: 'ada', round, rowsUsed: rowCount, tokens: rowCount * 60, trainLoss: 3 };
  test.act(SYSTEM, { type: 'round/submit', ...RUN, ...update });
  test.act(SYSTEM, { type: 'round/close', ...RUN, round, takenIds: ['ada'] });
};
const score = (ownBitsPerByte: number) => {
  const { version, tokensUsed: tokens } = run();
  const found = { bitsPerByte: ownBitsPerByte, ownBitsPerByte, samples: [] };
  return test.act(SYSTEM, { type: 'referee/scored', ...RUN, version, tokens, ...found });
};

beforeEach(() => {
  test = new TestMatch(1, ['ada', 'bo']);
  test.act(player('ada'), { type: 'lobby/benchmark', tokensPerSecond: 20_000, backend: 'wasm' });
  test.act(player('bo'), { type: 'lobby/benchmark', tokensPerSecond: 5_000, backend: 'js' });
  test.skipTo('pretrain');
  test.act(SYSTEM, { type: 'referee/prepared', teamId: 'team-1', prepared: PREPARED });
  test.act(SYSTEM, { type: 'round/run', ...RUN, rowsTotal: 64, tokensTotal: 64 * 60 });
});

describe('a run', () => {
  it('goes on until all rows are used', () => {
    train();
    expect(run()).toMatchObject({ rowsUsed: 32, roundsDone: 1, status: 'running', round: null });
    train();
    expect(run().status).toBe('finished');
    expect(run().curve.map(({ tokens }) => tokens)).toEqual([0, 1920, 3840]);
  });

  it('stops when the team stops early, and rests when the host pauses', () => {
    test.act(HOST, { type: 'host/pause' });
    expect(planRound(test.match, team(), 'pretrain', test.nowMs)).toBeNull();
    test.act(HOST, { type: 'host/resume' });
    const stop = {
      type: 'plan/propose',
      proposed: { stage: 'pretrain', plan: { stopEarly: true } },
    } as const;
    test.act(player('ada'), stop);
    expect(run().status).toBe('running');
    test.act(player('bo'), stop);
    expect(run()).toMatchObject({ status: 'finished', stoppedEarly: true, round: null });
  });

  it('lets the stage end after a talk once the last score is in', () => {
    train();
    train();
    const clock = test.match.stageEndsAtMs ?? 0;
    score(1);
    const talkMs = test.match.settings.talkSeconds * 1000;
    expect(test.match.stageEndsAtMs).toBe(test.nowMs + talkMs);
    expect(clock).toBeGreaterThan(test.nowMs + talkMs);
  });
});

describe('scores', () => {
  it('are wanted of each of the first versions, then of one in so many, and of the last', () => {
    const parts = 48;
    run().rowsTotal = 32 * parts;
    run().tokensTotal = 32 * parts * 60;
    run().rowsLeft = [{ startRow: 0, rowCount: 32 * parts }];
    const wanted = Array.from({ length: parts }, () => {
      train();
      const isWanted = wantsScore(team(), 'pretrain');
      if (isWanted) score(1);
      return isWanted;
    });
    expect(wanted.slice(0, 4)).toEqual([true, true, true, false]);
    expect(wanted.filter(Boolean).length).toBeLessThan(parts / 2 + 4);
    expect(run().status).toBe('finished');
    expect(wanted.at(-1)).toBe(true);
    expect(wantsScore(team(), 'pretrain')).toBe(false);
  });
});

describe("the referee's verdict", () => {
  const rollBack = (soundVersion: number) =>
    test.act(SYSTEM, { type: 'round/rolled-back', ...RUN, soundVersion });

  it('is against weights that got clearly worse since the last sound ones', () => {
    train();
    score(2);
    expect(isSpoiled(team(), 'pretrain', 2.5)).toBe(false);
    train(16);
    expect(isSpoiled(team(), 'pretrain', 2.05)).toBe(false);
    expect(isSpoiled(team(), 'pretrain', 2.5)).toBe(true);
    expect(isSpoiled(team(), 'pretrain', Number.NaN)).toBe(true);
  });

  it('undoes everything since then: weights, tokens, rows and curve', () => {
    train();
    score(2);
    const before = structuredClone(run());
    train(16);
    expect(rollBack(1).ok).toBe(true);
    const { rowsUsed, tokensUsed, roundsDone, curve, version } = before;
    expect(run()).toMatchObject({ rowsUsed, tokensUsed, roundsDone, curve, version, rollbacks: 1 });
    expect(run().rowsLeft.reduce((sum, { rowCount }) => sum + rowCount, 0)).toBe(32);
    expect(run().workers.ada).toMatchObject({ tokens: 1920, updates: 1 });
  });

  it('opens a run again that had read its last page, and leaves the suspect out of the next round', () => {
    train();
    score(2);
    train();
    expect(run().status).toBe('finished');
    rollBack(1);
    expect(run().status).toBe('running');
    const next = planRound(test.match, team(), 'pretrain', test.nowMs);
    expect(next?.shards.map(({ playerId }) => playerId)).toEqual(['bo']);
  });

  it('is given up after two in a row: then it is the text that does it', () => {
    train();
    score(2);
    for (let time = 0; time < 2; time++) {
      train(16);
      expect(isSpoiled(team(), 'pretrain', 3)).toBe(true);
      rollBack(1);
    }
    train(16);
    expect(isSpoiled(team(), 'pretrain', 3)).toBe(false);
  });

  it('lets fine-tuning forget, but not more than half of what was learned', () => {
    train();
    train();
    score(2);
    test.skipTo('fine-tune');
    test.act(SYSTEM, { type: 'round/run', ...RUN, stage: 'fine-tune', rowsTotal: 64, tokensTotal: 640 });
    const tuning = team().now['fine-tune'].run;
    tuning?.unjudged.push({ number: 1, shards: [] });
    expect(isSpoiled(team(), 'fine-tune', 2.9)).toBe(false);
    expect(isSpoiled(team(), 'fine-tune', 3.1)).toBe(true);
  });
});

describe('updates', () => {
  const limits = { parameterCount: 3, allottedRows: 16, weightsNorm: 2 };
  const update = (delta: number[], rowsUsed = 16) => ({
    delta: Float32Array.from(delta),
    rowsUsed,
    trainLoss: 2,
  });

  it('are taken when sound', () => expect(checkUpdate(update([0.1, 0, -0.1]), limits).ok).toBe(true));

  it.each([
    ['wrong_shape', update([1, 2])],
    ['not_finite', update([Number.NaN, 0, 0])],
    ['not_finite', update([Number.POSITIVE_INFINITY, 0, 0])],
    ['absurd_norm', update([1e6, 0, 0])],
    ['too_many_tokens', update([0, 0, 0], 17)],
    ['no_tokens', update([0, 0, 0], 0)],
    ['not_finite', { ...update([0, 0, 0]), trainLoss: Number.NaN }],
  ])('are refused as train/%s', (code, bad) => {
    expect(checkUpdate(bad, limits)).toMatchObject({ error: { code: `train/${code}` } });
  });
});
