import { beforeEach, describe, expect, it } from 'vitest';
import type { PretrainPlan, TrainingRun } from '../../match.ts';
import { isAbandoned, MOST_CHECKPOINTS } from '../../training/checkpoints.ts';
import { planRound } from '../../training/rounds.ts';
import { HOST, must, player, PREPARED, SYSTEM, TestMatch } from '../../testing.ts';

let test: TestMatch;
const RUN = { teamId: 'team-1', stage: 'pretrain' } as const;
const team = () => test.team();
const run = (): TrainingRun => {
  const found = team().now.pretrain.run;
  if (!found) throw new Error('no run');
  return found;
};
const propose = (plan: PretrainPlan, id = 'ada') =>
  test.act(player(id), { type: 'plan/propose', proposed: { stage: 'pretrain', plan } });
const refused = (code: string) =>
  expect.objectContaining({ ok: false, error: expect.objectContaining({ code }) });

/** Opens, trains and closes a round; returns its number. */
function train(): number {
  const planned = planRound(test.match, team(), 'pretrain', test.nowMs);
  if (!planned) throw new Error('no round');
  test.act(SYSTEM, { type: 'round/open', ...RUN, ...planned });
  const { number, shards } = must(run().round);
  const { playerId, rowCount, tokens } = must(shards[0]);
  const update = { rowsUsed: rowCount, tokens, trainLoss: 3 };
  test.act(SYSTEM, { type: 'round/submit', ...RUN, playerId, round: number, ...update });
  test.act(SYSTEM, { type: 'round/close', ...RUN, round: number, takenIds: [playerId] });
  return number;
}

const score = (version: number, bits: number, tokens = run().tokensUsed) =>
  test.act(SYSTEM, {
    type: 'referee/scored',
    ...RUN,
    version,
    tokens,
    bitsPerByte: bits,
    ownBitsPerByte: bits - 0.1,
    samples: [],
  });

beforeEach(() => {
  test = new TestMatch(1, ['ada']);
  test.act(player('ada'), { type: 'lobby/benchmark', tokensPerSecond: 1_000, backend: 'wasm' });
  test.skipTo('pretrain');
  test.act(SYSTEM, { type: 'referee/prepared', teamId: 'team-1', prepared: PREPARED });
  test.act(SYSTEM, { type: 'round/run', ...RUN, rowsTotal: 100_000, tokensTotal: 6_000_000 });
});

describe('going back to a checkpoint', () => {
  it('takes its weights and its place on the curve; what was read since stays paid for', () => {
    score(train(), 3);
    const first = run().version;
    score(train(), 2.5);
    train();
    const { tokensUsed, rowsUsed, rowsLeft } = structuredClone(run());
    expect(propose({ rollBackTo: first }).ok).toBe(true);
    expect(run()).toMatchObject({ version: first, soundVersion: first, soundBitsPerByte: 2.9, unjudged: [] });
    expect(run()).toMatchObject({ tokensUsed, rowsUsed, rowsLeft, scoredTokens: tokensUsed });
    expect(run().curve.at(-1)).toEqual({ tokens: tokensUsed, trainLoss: null, bitsPerByte: 3 });
    expect(run().checkpoints.map(({ version }) => version)).toEqual([first]);
  });

  it('drops the open round, whose rows are read in the next one', () => {
    score(train(), 3);
    const first = run().version;
    score(train(), 2.5);
    const left = run().rowsLeft;
    const planned = planRound(test.match, team(), 'pretrain', test.nowMs);
    if (planned) test.act(SYSTEM, { type: 'round/open', ...RUN, ...planned });
    propose({ rollBackTo: first });
    expect(run().round).toBeNull();
    const sum = (rows: typeof left): number => rows.reduce((total, { rowCount }) => total + rowCount, 0);
    expect(sum(run().rowsLeft)).toBe(sum(left));
  });

  it('a verdict on the weights left behind comes too late, one on new weights counts', () => {
    score(train(), 3);
    const first = run().version;
    const second = train();
    propose({ rollBackTo: first });
    expect(isAbandoned(run(), second)).toBe(true);
    expect(score(second, 2.2)).toEqual(refused('train/stale_round'));
    expect(run().soundVersion).toBe(first);
    const third = train();
    expect(third).toBeGreaterThan(second);
    expect(score(third, 2.4).ok).toBe(true);
    expect(run().soundVersion).toBe(third);
  });

  it('needs a checkpoint that is kept and not in use', () => {
    score(train(), 3);
    const kept = run().version;
    expect(propose({ rollBackTo: kept })).toEqual(refused('pretrain/no_such_checkpoint'));
    expect(propose({ rollBackTo: 77 })).toEqual(refused('pretrain/no_such_checkpoint'));
  });

  it('is a decision of the team, and may be the last one of a finished run', () => {
    test.seat('bo');
    score(train(), 2);
    const best = run().version;
    score(train(), 2.3);
    propose({ stopEarly: true });
    expect(run().status).toBe('running');
    propose({ stopEarly: true }, 'bo');
    expect(run().status).toBe('finished');
    propose({ rollBackTo: best });
    expect(run().version).not.toBe(best);
    test.act(player('bo'), { type: 'plan/agree', proposalId: must(team().proposals[0]).id });
    expect(run()).toMatchObject({ version: best, status: 'finished', stoppedEarly: true });
    test.act(HOST, { type: 'host/skip' });
    expect(run().version).toBe(best);
  });
});

describe('checkpoints', () => {
  it('are as many as the server can hold: the best and the newest, and some between', () => {
    const bits = [4, 3, 2.5, 1.9, 2.2, 2.4, 2.5, 2.6, 2.7, 2.8];
    for (const value of bits) score(train(), value);
    const kept = run().checkpoints;
    expect(kept).toHaveLength(MOST_CHECKPOINTS);
    expect(kept.some(({ bitsPerByte }) => bitsPerByte === 1.9)).toBe(true);
    expect(kept.at(-1)?.bitsPerByte).toBe(2.8);
    expect(kept[0]?.bitsPerByte).toBe(4);
    expect(kept.map(({ tokens }) => tokens)).toEqual(
      kept.map(({ tokens }) => tokens).toSorted((a, b) => a - b),
    );
  });
});

describe('the learning rate', () => {
  it('is multiplied from now on, and back again', () => {
    expect(run().rateFactor).toBe(1);
    expect(propose({ rateFactor: 0.5 }).ok).toBe(true);
    expect(run().rateFactor).toBe(0.5);
    expect(propose({ rateFactor: 0.5 })).toEqual(refused('pretrain/same_rate'));
    propose({ rateFactor: 1 });
    expect(run().rateFactor).toBe(1);
  });

  it('of a bold plan is twice the normal one, also when the team changes it', () => {
    team().now.scale.plan = { size: 'small', contextLength: 64, learningRate: 'bold' };
    team().now.pretrain.run = null;
    test.act(SYSTEM, { type: 'round/run', ...RUN, rowsTotal: 100, tokensTotal: 6_000 });
    expect(run().rateFactor).toBe(2);
    propose({ rateFactor: 2 });
    expect(run().rateFactor).toBe(4);
  });

  it('of a finished run is nothing to decide on', () => {
    propose({ stopEarly: true });
    expect(propose({ rateFactor: 2 })).toEqual(refused('train/not_running'));
  });
});
