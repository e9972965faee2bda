/** A lab with two models: when the small copy is taught, and how much work each of them has with a request. */

import { describe, expect, it } from 'vitest';
import type { ReplicaSpeed } from '../../../serving/speed.ts';
import type { Pupil } from '../../../serving/models.ts';
import type { Replica } from '../../../serving/replica.ts';
import {
  DEFAULT_DEPLOY_PLAN,
  NOTHING_DEPLOYED,
  productOf,
  type DeployTeamSlice,
  type OpenedRequest,
} from './state.ts';
import { canServe, isPupilDue, machineOf, requestBytesOf, requestMs, workOf } from './two-models.ts';
import { openedRequest } from './testing.ts';

const speedOf = (factor: number): ReplicaSpeed => ({
  prefill: { stepMs: 0.02 * factor, tokenMs: 0.004 * factor },
  decode: { stepMs: 0.04 * factor, tokenMs: 0.008 * factor },
});
const SPEEDS = { own: speedOf(1), pupil: speedOf(0.25) };
const REPLICA: Replica = {
  speed: SPEEDS.pupil,
  requestBytes: 16,
  benchmarkTokensPerSecond: 20_000,
  alonePerSecond: 1,
  batchedPerSecond: 1,
  bursts: [],
};
const LEARNING: Pupil = {
  lessonsDone: 1,
  replica: null,
  rowsTotal: 100,
  tokensTotal: 900,
  loss: 2,
  turn: null,
  taughtBy: ['ada'],
  unableIds: [],
};
const COPY = { ...productOf(DEFAULT_DEPLOY_PLAN), model: 'pupil' } as const;

const request = (part: Partial<OpenedRequest>): OpenedRequest =>
  openedRequest({ prompt: ['a', 'b', 'c', 'd'], written: ['e', 'f'], sure: 0.5, ...part });
const FIRST = { promptTokens: 4, written: ['g', 'h', 'i'], sure: 0.1 };

describe('the work for a request', () => {
  it('is that of the model that answered, and of the copy that was asked first', () => {
    const nothing = { promptTokens: 0, answerTokens: 0 };
    const all = { promptTokens: 4, answerTokens: 2 };
    expect(workOf(request({}))).toEqual({ own: all, pupil: nothing });
    expect(workOf(request({ pupil: { ...FIRST, isTaken: true } }))).toEqual({ own: nothing, pupil: all });
    expect(workOf(request({ pupil: { ...FIRST, isTaken: false } }))).toEqual({
      own: all,
      pupil: { promptTokens: 4, answerTokens: 3 },
    });
  });

  it('takes the time of both models, as they were measured', () => {
    const work = workOf(request({ pupil: { ...FIRST, isTaken: false } }));
    const own = 4 * 0.024 + 2 * 0.048;
    const copy = (4 * 0.024 + 3 * 0.048) / 4;
    expect(requestMs(SPEEDS, work)).toBeCloseTo(own + copy, 10);
  });

  it('counts for the plant by the part of a token of the big model that each of the copy takes', () => {
    const router = machineOf('router', SPEEDS);
    expect(router.speed).toBe(SPEEDS.own);
    const size = router.sizeOf(workOf(request({ pupil: { ...FIRST, isTaken: false } })));
    expect(size.promptTokens).toBeCloseTo(4 + 4 / 4, 10);
    expect(size.answerTokens).toBeCloseTo(2 + 3 / 4, 10);
    expect(machineOf('pupil', SPEEDS).speed).toBe(SPEEDS.pupil);
    /* A copy that is not there can't answer. */
    expect(machineOf('pupil', { ...SPEEDS, pupil: null }).speed).toBe(SPEEDS.own);
  });
});

describe('the small copy', () => {
  const shop = (part: Partial<DeployTeamSlice>): DeployTeamSlice => ({ ...NOTHING_DEPLOYED, ...part });

  it('is taught once somebody wants to try it, even if they look at something else meanwhile', () => {
    expect(isPupilDue(shop({}))).toBe(false);
    expect(isPupilDue(shop({ wanted: COPY }))).toBe(true);
    expect(isPupilDue(shop({ pupil: LEARNING, wanted: productOf(DEFAULT_DEPLOY_PLAN) }))).toBe(true);
    expect(isPupilDue(shop({ pupil: { ...LEARNING, replica: REPLICA }, wanted: COPY }))).toBe(false);
  });

  it('is taught on only for a lab that serves it, once that has decided', () => {
    expect(isPupilDue(shop({ pupil: LEARNING, plan: DEFAULT_DEPLOY_PLAN }))).toBe(false);
    expect(isPupilDue(shop({ plan: { ...DEFAULT_DEPLOY_PLAN, model: 'router' } }))).toBe(true);
  });

  it('serves no product before it is there', () => {
    expect(canServe(shop({ pupil: LEARNING }), COPY)).toBe(false);
    expect(canServe(shop({ pupil: { ...LEARNING, replica: REPLICA } }), COPY)).toBe(true);
    expect(canServe(shop({}), DEFAULT_DEPLOY_PLAN)).toBe(true);
  });
});

it('keeps memory for a request in each model that may answer it', () => {
  const models = { own: { ...REPLICA, requestBytes: 64 }, pupil: REPLICA };
  expect((['own', 'pupil', 'router'] as const).map((model) => requestBytesOf(model, models))).toEqual([
    64, 16, 80,
  ]);
  expect(requestBytesOf('router', { ...models, pupil: null })).toBe(64);
});
