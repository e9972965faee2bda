/** Reward moves a model: it says more of what is liked, less of it where moving costs, and nothing at all changes without a reward. */

import { describe, expect, it } from 'vitest';
import type { Executor } from './executor.ts';
import { createJsExecutor } from './executors/js.ts';
import { initialWeights } from './init.ts';
import {
  advantages,
  POLICY_GRADIENT,
  policyRound,
  type PolicyOptions,
  type PolicyProgress,
} from './policy-gradient.ts';
import { PADDING, type Rows } from './rows.ts';
import { TINY } from './testing.ts';

const END = 0;
/** Gives points for a token. */
const liking = (points: number) => new Map([['7', points]]);
const STEPS = 100;

/** Questions of three tokens, each as often as it is answered in a step. */
function questions(key: readonly number[] = [4]): Rows {
  const { batchGroups, groupRows } = POLICY_GRADIENT;
  const count = STEPS * batchGroups * groupRows;
  const stride = TINY.contextLength + 1;
  const rows: Rows = {
    contextLength: TINY.contextLength,
    count,
    tokens: new Uint16Array(count * stride).fill(PADDING),
    lossFrom: new Uint16Array(count).fill(3),
  };
  for (let row = 0; row < count; row++)
    rows.tokens.set([1, 2 + (Math.floor(row / groupRows) % 4), 3, ...key, END], row * stride);
  return rows;
}

async function trained(klWeight: number, reward: PolicyOptions['reward'], key?: readonly number[]) {
  const executor: Executor = await createJsExecutor(TINY);
  const before = initialWeights(TINY, 3);
  await executor.load(before);
  const reports: PolicyProgress[] = [];
  const round = policyRound({
    executor,
    rows: questions(key),
    endToken: END,
    klWeight,
    reward,
    now: () => 0,
    reportEvery: 1,
  });
  for await (const report of round) reports.push(report);
  const last = reports.at(-1);
  if (!last) throw new Error('no report');
  const mean = (from: number, to: number, of: 'reward' | 'klNats'): number =>
    reports.slice(from, to).reduce((sum, { step }) => sum + step[of], 0) / (to - from);
  return { before, after: await executor.weights(), last, mean };
}

describe('policy gradient', () => {
  it('makes what the reward model likes likelier, and stays nearer to the model before where distance costs', async () => {
    const [free, held] = [await trained(0, liking(1)), await trained(4, liking(1))];
    const late = ({ mean }: typeof free, of: 'reward' | 'klNats') => mean(STEPS - 20, STEPS, of);
    expect(late(free, 'reward')).toBeGreaterThan(free.mean(0, 20, 'reward') + 0.1);
    expect(late(free, 'klNats')).toBeGreaterThan(0.2);
    expect(late(held, 'klNats')).toBeLessThan(late(free, 'klNats') / 2);
    expect(free.last).toMatchObject({ end: 'rows_used', steps: STEPS, rowsUsed: questions().count });
    expect(free.last.tokens).toBe(2 * questions().count);
  });

  it('makes the right answer likelier where there is a key', async () => {
    /* The right answer is to say nothing, upon which an untrained model comes by chance. */
    const { mean } = await trained(0, 'answer-key', []);
    expect(mean(0, 20, 'reward')).toBeGreaterThan(0);
    expect(mean(STEPS - 20, STEPS, 'reward')).toBeGreaterThan(1.5 * mean(0, 20, 'reward'));
  });

  it('changes nothing where all answers are worth the same', async () => {
    const { before, after } = await trained(0, liking(0));
    expect(after).toEqual(before);
  });
});

it('an advantage is how far an answer is above the others to its question', () => {
  const found = advantages([1, 3, 5, 5], 2);
  expect(found[0]).toBeCloseTo(-1, 2);
  expect(found[1]).toBeCloseTo(1, 2);
  expect(found.slice(2)).toEqual([0, 0]);
});
