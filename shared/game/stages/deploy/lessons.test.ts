/** Whose device teaches a lab's small copy, and when another one, or the server, does it in its place. */

import { describe, expect, it } from 'vitest';
import { PUPIL_LESSONS } from '../../../serving/models.ts';
import type { Replica } from '../../../serving/replica.ts';
import type { TransformerConfig } from '../../../lm/config.ts';
import { SERVER_WORKER } from '../../match.ts';
import { codeOf, HOST, player, SYSTEM, TestMatch, trainingRun } from '../../testing.ts';
import { shopOf } from './day.ts';
import { deployJobs } from './jobs.ts';
import { nextTurn, partRows, pupilConfig } from './lessons.ts';
import { DEFAULT_DEPLOY_PLAN, productOf } from './state.ts';

const REPLICA: Replica = {
  speed: { prefill: { stepMs: 0.02, tokenMs: 0.003 }, decode: { stepMs: 0.03, tokenMs: 0.006 } },
  requestBytes: 65_536,
  benchmarkTokensPerSecond: 20_000,
  alonePerSecond: 1000,
  batchedPerSecond: 5000,
  bursts: [],
};
const TEAM = 'team-1';
const WRITTEN = {
  type: 'referee/lessons',
  teamId: TEAM,
  rowsTotal: 9300,
  tokensTotal: 71_000,
  loss: 6,
} as const;

/** A lab of two, Ada with the faster device, whose small copy has its lessons written. */
function learning(): TestMatch {
  const test = new TestMatch(2, ['ada', 'bo', 'cy'], 'workshop', { leftOut: [] });
  test.act(HOST, { type: 'host/seat', playerId: 'cy', teamId: TEAM });
  test.skipTo('deploy');
  test.player('ada').device = { tokensPerSecond: 40_000, backend: 'wasm' };
  test.player('cy').device = { tokensPerSecond: 20_000, backend: 'wasm' };
  test.team().now.pretrain.run = trainingRun({ status: 'finished' });
  test.act(SYSTEM, { type: 'referee/replica', teamId: TEAM, replica: REPLICA });
  const product = { ...productOf(DEFAULT_DEPLOY_PLAN), model: 'pupil' } as const;
  test.act(player('ada'), { type: 'deploy/try', product });
  expect(jobIn(test)).toBe('writeLessons');
  test.act(SYSTEM, WRITTEN);
  return test;
}

const jobIn = (test: TestMatch): string | undefined => deployJobs(test.match, test.team())?.kind;
const pupilOf = (test: TestMatch) => shopOf(test.team()).pupil;
const teacherOf = (test: TestMatch): string | undefined => pupilOf(test)?.turn?.playerId;

/** As the conductor does it at each tick. */
function tick(test: TestMatch): string | undefined {
  const turn = nextTurn(test.match, test.team(), test.nowMs);
  if (turn) test.act(SYSTEM, { type: 'pupil/turn', teamId: TEAM, ...turn });
  return teacherOf(test);
}

const bring = (test: TestMatch, playerId: string, lesson: number): string =>
  codeOf(test.act(SYSTEM, { type: 'pupil/bring', teamId: TEAM, playerId, lesson }));
const record = (test: TestMatch, lesson: number, replica: Replica | null = null): string =>
  codeOf(test.act(SYSTEM, { type: 'referee/pupil', teamId: TEAM, lesson, loss: 5 - lesson, replica }));

describe('the small copy', () => {
  it('has half the width of its teacher, with heads as wide as before', () => {
    const shape = { vocabSize: 256, contextLength: 64, layers: 1 } as const;
    const config: TransformerConfig = { architecture: 'transformer', ...shape, width: 64, heads: 4 };
    expect(pupilConfig(config)).toMatchObject({ width: 32, heads: 2, layers: 1 });
    expect(pupilConfig({ ...config, width: 48, heads: 3 })).toMatchObject({ width: 24, heads: 1 });
    const gru = { architecture: 'gru', ...shape } as const;
    expect(pupilConfig({ ...gru, width: 204 })).toEqual({ ...gru, width: 104 });
  });

  it('learns all rows once, in parts', () => {
    const parts = Array.from({ length: PUPIL_LESSONS }, (_, lesson) => partRows(9301, lesson));
    expect(parts.map(({ first }) => first)).toEqual([0, 2326, 4652, 6978]);
    expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(9301);
  });
});

describe('its teacher', () => {
  it('is the fastest device of the lab, whose work counts once it is measured', () => {
    const test = learning();
    expect(tick(test)).toBe('ada');
    expect(jobIn(test)).toBeUndefined();
    expect(bring(test, 'cy', 0)).toBe('train/not_your_round');
    expect(bring(test, 'ada', 1)).toBe('train/stale_round');
    expect(bring(test, 'ada', 0)).toBe('ok');
    expect(bring(test, 'ada', 0)).toBe('train/repeat');
    expect(jobIn(test)).toBe('judgePupil');
    expect(record(test, 0)).toBe('ok');
    expect(record(test, 0)).toBe('train/stale_round');
    expect(pupilOf(test)).toMatchObject({ lessonsDone: 1, loss: 5, turn: null, taughtBy: ['ada'] });
    expect(tick(test)).toBe('ada');
  });

  it('is another device where what the first brought taught nothing, and then the server', () => {
    const test = learning();
    tick(test);
    bring(test, 'ada', 0);
    expect(codeOf(test.act(SYSTEM, { type: 'pupil/refuse', teamId: TEAM }))).toBe('ok');
    expect(tick(test)).toBe('cy');
    expect(codeOf(test.act(player('ada'), { type: 'deploy/unable' }))).toBe('train/not_your_round');
    expect(codeOf(test.act(player('cy'), { type: 'deploy/unable' }))).toBe('ok');
    expect(tick(test)).toBe(SERVER_WORKER);
    expect(jobIn(test)).toBe('teachPupil');
    for (let lesson = 0; lesson < PUPIL_LESSONS; lesson++) {
      tick(test);
      record(test, lesson, lesson + 1 < PUPIL_LESSONS ? null : REPLICA);
    }
    expect(pupilOf(test)?.taughtBy).toEqual(Array.from({ length: PUPIL_LESSONS }, () => SERVER_WORKER));
    expect(jobIn(test)).toBe('tryProduct');
  });

  it('is another device where the first leaves, which is asked again when it is back', () => {
    const test = learning();
    tick(test);
    test.act(SYSTEM, { type: 'seat/connection', playerId: 'ada', connected: false });
    expect(tick(test)).toBe('cy');
    test.act(SYSTEM, { type: 'seat/connection', playerId: 'ada', connected: true });
    expect(tick(test)).toBe('cy');
    bring(test, 'cy', 0);
    record(test, 0);
    expect(tick(test)).toBe('ada');
  });

  it('has a time for it, which a pause puts off, and is not asked again after that', () => {
    const test = learning();
    test.act(HOST, { type: 'host/timers', areOff: true });
    tick(test);
    test.act(HOST, { type: 'host/pause' });
    test.nowMs += 600_000;
    expect(tick(test)).toBe('ada');
    test.act(HOST, { type: 'host/resume' });
    test.nowMs += 5_000;
    expect(tick(test)).toBe('ada');
    test.nowMs += 60_000;
    expect(tick(test)).toBe('cy');
    expect(pupilOf(test)?.unableIds).toEqual(['ada']);
  });

  it('is the server where every device is too slow, and after the clock', () => {
    const test = learning();
    for (const id of ['ada', 'cy']) test.player(id).device = { tokensPerSecond: 200, backend: 'js' };
    expect(tick(test)).toBe(SERVER_WORKER);
    const late = learning();
    expect(tick(late)).toBe('ada');
    late.act(player('ada'), {
      type: 'plan/propose',
      proposed: { stage: 'deploy', plan: { ...DEFAULT_DEPLOY_PLAN, model: 'pupil' } },
    });
    late.act(HOST, { type: 'host/skip' });
    expect(late.match.stage).toBe('deploy');
    expect(tick(late)).toBe(SERVER_WORKER);
    expect(pupilOf(late)?.unableIds).toEqual([]);
  });
});
