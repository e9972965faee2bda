import { beforeEach, describe, expect, it } from 'vitest';
import type { TrainingRun } from './match.ts';
import { HOST, player, PREPARED, SYSTEM, TestMatch } from './testing.ts';
import { BATCH_ROWS, checkUpdate, planRound } from './training.ts';

let test: TestMatch;
const team = () => test.match.teams['team-1'];
const run = (): TrainingRun => {
  const found = team().runs.pretrain;
  if (!found) throw new Error('no run');
  return found;
};
const accept = (round: number, rowsUsed = 32, playerId = 'ada') =>
  test.act(SYSTEM, {
    type: 'round/accept',
    teamId: 'team-1',
    stage: 'pretrain',
    playerId,
    round,
    rowsUsed,
    tokens: rowsUsed * 60,
    trainLoss: 3,
  });
const open = (playerId = 'ada') =>
  test.act(SYSTEM, {
    type: 'round/open',
    teamId: 'team-1',
    stage: 'pretrain',
    playerId,
    rowCount: 32,
    tokens: 32 * 64,
    deadlineMs: test.nowMs + 20_000,
  });

beforeEach(() => {
  test = new TestMatch(1, ['ada', 'bo']);
  test.act(player('ada'), { type: 'lobby/probe', tokensPerSecond: 20_000, backend: 'wasm' });
  test.act(player('bo'), { type: 'lobby/probe', tokensPerSecond: 5_000, backend: 'js' });
  test.skipTo('pretrain');
  test.act(SYSTEM, { type: 'referee/prepared', teamId: 'team-1', prepared: PREPARED });
  test.act(SYSTEM, {
    type: 'round/run',
    teamId: 'team-1',
    stage: 'pretrain',
    rowsTotal: 64,
    tokensTotal: 64 * 60,
  });
});

describe('rounds', () => {
  it('go to the fastest device, in whole batches, and never past the end', () => {
    const planned = planRound(test.match, team(), 'pretrain', test.nowMs);
    expect(planned).toMatchObject({ playerId: 'ada', rowCount: 64 });
    run().rowsTotal = 1_000_000;
    expect((planRound(test.match, team(), 'pretrain', test.nowMs)?.rowCount ?? 1) % BATCH_ROWS).toBe(0);
  });

  it('pass to another device when one let its round lapse', () => {
    open();
    test.act(SYSTEM, { type: 'round/abandon', teamId: 'team-1', stage: 'pretrain', round: 1 });
    expect(planRound(test.match, team(), 'pretrain', test.nowMs)?.playerId).toBe('bo');
  });

  it('advance the run, and end it when all rows are used', () => {
    open();
    expect(accept(1).ok).toBe(true);
    expect(run()).toMatchObject({ rowsUsed: 32, roundsDone: 1, status: 'running', round: null });
    open();
    accept(2);
    expect(run().status).toBe('finished');
    expect(run().curve.map(({ tokens }) => tokens)).toEqual([0, 1920, 3840]);
  });

  it.each([
    ['before any is open', () => accept(1), 'train/stale_round'],
    ['of the future', () => (open(), accept(2)), 'train/stale_round'],
    ['that was taken', () => (open(), accept(1), accept(1)), 'train/repeat'],
    ["of somebody else's", () => (open(), accept(1, 32, 'bo')), 'train/not_your_round'],
    ['with too many rows', () => (open(), accept(1, 33)), 'train/too_many_tokens'],
    ['without rows', () => (open(), accept(1, 0)), 'train/no_tokens'],
  ])('refuse an update %s', (_what, attempt, code) => {
    expect(attempt()).toMatchObject({ ok: false, error: { code } });
  });

  it('stop when the team stops early, and when the host pauses', () => {
    test.act(HOST, { type: 'host/pause' });
    expect(planRound(test.match, team(), 'pretrain', test.nowMs)).toBeNull();
    test.act(HOST, { type: 'host/resume' });
    open();
    const stop = {
      type: 'plan/propose',
      proposed: { stage: 'pretrain', plan: { stopEarly: true } },
    } as const;
    test.act(player('ada'), stop);
    test.act(player('bo'), stop);
    expect(run().status).toBe('running');
    test.act(player('bo'), { type: 'plan/agree', proposalId: team().proposals[0].id });
    expect(run()).toMatchObject({ status: 'finished', stoppedEarly: true, round: null });
    expect(accept(1)).toMatchObject({ error: { code: 'train/not_running' } });
  });
});

describe('the stage', () => {
  it('ends after a grace once the last score is in', () => {
    open();
    accept(1, 32);
    open();
    accept(2, 32);
    const clock = test.match.stageEndsAtMs ?? 0;
    test.act(SYSTEM, {
      type: 'referee/scored',
      teamId: 'team-1',
      stage: 'pretrain',
      tokens: 3840,
      bitsPerByte: 1,
      samples: [],
    });
    expect(test.match.stageEndsAtMs).toBe(test.nowMs + 4000);
    expect(clock).toBeGreaterThan(test.nowMs + 4000);
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
