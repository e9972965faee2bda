import { beforeEach, describe, expect, it } from 'vitest';
import { SERVER_WORKER, type TrainingRun } from '../match.ts';
import { HOST, must, player, PREPARED, SYSTEM, TestMatch } from '../testing.ts';
import { BATCH_ROWS, isRoundOver, planRound, type PlannedRound } from './rounds.ts';

let test: TestMatch;
const team = () => test.team();
const run = (): TrainingRun => {
  const found = team().now.pretrain.run;
  if (!found) throw new Error('no run');
  return found;
};
const RUN = { teamId: 'team-1', stage: 'pretrain' } as const;
const plan = (): PlannedRound | null => planRound(test.match, team(), 'pretrain', test.nowMs);
const probe = (id: string, tokensPerSecond: number) =>
  test.act(player(id), { type: 'lobby/benchmark', tokensPerSecond, backend: 'wasm' });
/** Rows of the first worker of the round that is planned. */
const firstRows = (): number => must(plan()?.shards[0]).rowCount;
/** Opens the planned round, and returns who works in it. */
const open = (): string[] => {
  const planned = plan();
  if (!planned) throw new Error('nothing was planned');
  expect(test.act(SYSTEM, { type: 'round/open', ...RUN, ...planned }).ok).toBe(true);
  return planned.shards.map(({ playerId }) => playerId);
};
const submit = (playerId: string, round: number, rowsUsed?: number) => {
  const rows = rowsUsed ?? run().round?.shards.find((shard) => shard.playerId === playerId)?.rowCount ?? 1;
  const worker = { playerId, round, rowsUsed: rows, tokens: rows * 60, trainLoss: 3 };
  return test.act(SYSTEM, { type: 'round/submit', ...RUN, ...worker });
};
const close = (round: number, ...takenIds: string[]) =>
  test.act(SYSTEM, { type: 'round/close', ...RUN, round, takenIds });
const rowsLeft = (): number => run().rowsLeft.reduce((sum, { rowCount }) => sum + rowCount, 0);

beforeEach(() => {
  test = new TestMatch(1, ['ada', 'bo', 'cy']);
  probe('ada', 20_000);
  probe('bo', 5_000);
  probe('cy', 0);
  test.skipTo('pretrain');
  test.act(SYSTEM, { type: 'referee/prepared', teamId: 'team-1', prepared: PREPARED });
  test.act(SYSTEM, { type: 'round/run', ...RUN, rowsTotal: 100_000, tokensTotal: 6_000_000 });
});

describe('a round', () => {
  it('goes to every device that can train, in whole batches, as much as each does in the same time', () => {
    const shards = plan()?.shards ?? [];
    expect(shards.map(({ playerId }) => playerId)).toEqual(['ada', 'bo']);
    expect(shards.every(({ rowCount }) => rowCount % BATCH_ROWS === 0)).toBe(true);
    const [ada, bo] = [must(shards[0]), must(shards[1])];
    expect(ada.rowCount / bo.rowCount).toBeCloseTo(4, 0);
    expect(bo.startRow).toBe(ada.rowCount);
  });

  it('asks only as many devices as are needed to be done in time', () => {
    run().rowsLeft = [{ startRow: 0, rowCount: 80 }];
    expect(plan()?.shards.map(({ playerId }) => playerId)).toEqual(['ada']);
  });

  it('shares out what is left at the end, so that all finish together', () => {
    test.match.stageEndsAtMs = test.nowMs + 100;
    run().rowsLeft = [{ startRow: 0, rowCount: 80 }];
    expect(plan()?.shards.map(({ rowCount }) => rowCount)).toEqual([64, 16]);
  });

  it('gives everybody the same where an experiment fixes it', () => {
    test.match.settings.roundRows = 320;
    expect(plan()?.shards.map(({ rowCount }) => rowCount)).toEqual([320, 320]);
  });

  it('goes by the pace that the server saw, not by what a device said of itself', () => {
    const before = firstRows();
    open();
    test.nowMs += 6_000;
    submit('ada', 1);
    submit('bo', 1);
    close(1, 'ada', 'bo');
    expect(firstRows() / before).toBeCloseTo(0.5, 1);
  });

  it('counts the tokens of all, and makes one new version of the weights', () => {
    open();
    submit('ada', 1);
    submit('bo', 1);
    const [ada, bo] = must(run().round).shards.map(({ rowCount }) => rowCount);
    const rows = must(ada) + must(bo);
    expect(close(1, 'ada', 'bo').ok).toBe(true);
    expect(run()).toMatchObject({ version: 1, roundsDone: 1, rowsUsed: rows, tokensUsed: rows * 60 });
    expect(run().workers['bo']).toMatchObject({ tokens: must(bo) * 60, updates: 1 });
    expect(rowsLeft() + rows).toBe(100_000);
  });

  it('takes in a device that came late at the next round', () => {
    open();
    probe('cy', 9_000);
    submit('ada', 1);
    submit('bo', 1);
    close(1, 'ada', 'bo');
    expect(open()).toEqual(['ada', 'bo', 'cy'].toSorted());
  });

  it('waits for a sleeper only as long as the others took, and gives its pages to somebody else', () => {
    open();
    test.nowMs += 5_000;
    submit('ada', 1);
    const round = run().round;
    if (!round) throw new Error('no round');
    expect(isRoundOver(test.match, round, test.nowMs + 4_000)).toBe(false);
    expect(isRoundOver(test.match, round, test.nowMs + 5_001)).toBe(true);
    close(1, 'ada');
    expect(rowsLeft() + run().rowsUsed).toBe(100_000);
    expect(open()).toEqual(['ada']);
    expect(run().round?.shards[0]?.startRow).toBe(must(round.shards[1]).startRow);
    submit('ada', 2);
    close(2, 'ada');
    expect(open()).toContain('bo');
  });

  it('asks a sleeper again at once when it comes back', () => {
    open();
    submit('ada', 1);
    close(1, 'ada');
    for (const connected of [false, true])
      test.act(SYSTEM, { type: 'seat/connection', playerId: 'bo', connected });
    expect(open()).toContain('bo');
  });

  it('does not wait for a device that left, nor for a player who was removed', () => {
    open();
    submit('ada', 1);
    const round = run().round;
    if (!round) throw new Error('no round');
    expect(isRoundOver(test.match, round, test.nowMs)).toBe(false);
    test.act(HOST, { type: 'host/remove', playerId: 'bo' });
    expect(run().round?.shards.map(({ playerId }) => playerId)).toEqual(['ada']);
    expect(isRoundOver(test.match, round, test.nowMs)).toBe(true);
  });

  it('comes to nothing when nobody brought anything, and keeps its number to itself', () => {
    open();
    close(1);
    expect(run()).toMatchObject({ version: 0, roundsDone: 0, roundsOpened: 1, round: null });
    expect(rowsLeft()).toBe(100_000);
    expect(open()).toEqual([SERVER_WORKER]);
    expect(run().round?.number).toBe(2);
  });

  it('gives back the pages that a worker had no time for', () => {
    open();
    submit('ada', 1, 16);
    submit('bo', 1);
    close(1, 'ada', 'bo');
    expect(rowsLeft() + run().rowsUsed).toBe(100_000);
    expect(run().rowsLeft[0]?.startRow).toBe(16);
  });

  it('is the last one when no row is left', () => {
    test.match.stageEndsAtMs = test.nowMs + 100;
    run().rowsLeft = [{ startRow: 0, rowCount: 80 }];
    open();
    submit('ada', 1);
    submit('bo', 1);
    close(1, 'ada', 'bo');
    expect(run().status).toBe('finished');
    expect(plan()).toBeNull();
  });

  it('is trained by the server where no device can, at the pace of the slowest team', () => {
    probe('bo', 0);
    const alone = firstRows();
    probe('ada', 0);
    expect(plan()?.shards.map(({ playerId }) => playerId)).toEqual([SERVER_WORKER]);
    expect(firstRows()).toBeLessThan(alone);
    for (const playerId of ['ada', 'bo', 'cy'])
      test.act(SYSTEM, { type: 'seat/connection', playerId, connected: false });
    expect(plan()).toBeNull();
  });
});

describe('an update', () => {
  it.each([
    ['before any round is open', () => submit('ada', 1), 'train/stale_round'],
    ['of a round to come', () => (open(), submit('ada', 2)), 'train/stale_round'],
    ['sent twice', () => (open(), submit('ada', 1), submit('ada', 1)), 'train/repeat'],
    [
      'sent again after its round',
      () => (open(), submit('ada', 1), close(1, 'ada'), submit('ada', 1)),
      'train/repeat',
    ],
    [
      'that comes too late',
      () => (open(), submit('ada', 1), close(1, 'ada'), submit('bo', 1)),
      'train/stale_round',
    ],
    ['of somebody who was not asked', () => (open(), submit('cy', 1)), 'train/not_your_round'],
    ['with too many rows', () => (open(), submit('ada', 1, 99_999)), 'train/too_many_tokens'],
    ['without rows', () => (open(), submit('ada', 1, 0)), 'train/no_tokens'],
  ])('%s is refused', (_what, attempt, code) => {
    expect(attempt()).toMatchObject({ ok: false, error: { code } });
  });
});
