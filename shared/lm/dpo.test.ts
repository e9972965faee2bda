/** Preferences move a model: the chosen answer becomes likelier than the other, and SFT beside it keeps it likely at all. */

import { describe, expect, it } from 'vitest';
import { alignRateAt, ALIGNMENT, alignRound, pairLoss, type AlignSettings } from './dpo.ts';
import type { Executor } from './executor.ts';
import { createJsExecutor } from './executors/js.ts';
import { initialWeights } from './init.ts';
import type { RoundProgress } from './pretrain.ts';
import { PADDING, toBatch, type Rows } from './rows.ts';
import { TINY } from './testing.ts';

/** Groups of a preferred answer, another, and two lessons: [prompt, answer] with loss from column 3. */
function pairRows(repeats: number): Rows {
  const groups = [
    [
      [1, 2, 3, 7, 8, 9],
      [1, 2, 3, 7, 5],
      [1, 6, 3, 2, 2],
      [1, 7, 3, 2, 9],
    ],
    [
      [1, 4, 3, 8, 7],
      [1, 4, 3, 5, 9, 6],
      [1, 5, 3, 2, 9],
      [1, 8, 3, 9, 9],
    ],
  ];
  const lists = Array.from({ length: repeats }, () => groups.flat()).flat();
  const rows: Rows = {
    contextLength: TINY.contextLength,
    count: lists.length,
    tokens: new Uint16Array(lists.length * (TINY.contextLength + 1)).fill(PADDING),
    lossFrom: new Uint16Array(lists.length).fill(3),
  };
  lists.forEach((list, row) => rows.tokens.set(list, row * (TINY.contextLength + 1)));
  return rows;
}

async function lossesAfter(settings: AlignSettings): Promise<{ before: number[]; after: number[] }> {
  const executor: Executor = await createJsExecutor(TINY);
  await executor.load(initialWeights(TINY, 3));
  const measure = async (): Promise<number[]> => [...(await executor.rowLosses(toBatch(pairRows(1), 0, 8)))];
  const before = await measure();
  let last: RoundProgress | undefined;
  for await (const progress of alignRound({ executor, rows: pairRows(120), now: () => 0, ...settings }))
    last = progress;
  expect(last).toMatchObject({ end: 'rows_used', rowsUsed: 960, steps: 30 });
  return { before, after: await measure() };
}

describe('alignRound', () => {
  it('makes preferred answers likelier than the others', async () => {
    const { before, after } = await lossesAfter({ beta: 0.5, sftWeight: 1 });
    for (const [chosen, rejected] of [
      [0, 1],
      [4, 5],
    ]) {
      expect(after[chosen]).toBeLessThan(before[chosen]);
      expect(after[rejected] - after[chosen]).toBeGreaterThan(before[rejected] - before[chosen] + 0.5);
    }
  });

  it('keeps preferred answers and lessons likelier with SFT beside than without', async () => {
    const [free, held] = [
      await lossesAfter({ beta: 0.5, sftWeight: 0 }),
      await lossesAfter({ beta: 0.5, sftWeight: 2 }),
    ];
    const kept = ({ after }: typeof free): number =>
      [0, 2, 3, 4, 6, 7].reduce((sum, row) => sum + after[row], 0);
    expect(kept(held)).toBeLessThan(kept(free) - 2);
  });
});

describe('pairLoss', () => {
  const reference = { chosen: 5, rejected: 6 };

  it('is log 2 and pushes by half of beta where the policy is the reference', () => {
    const { loss, chosenWeight, rejectedWeight } = pairLoss(reference, reference, 4, {
      beta: 0.5,
      sftWeight: 0,
    });
    expect(loss).toBeCloseTo(Math.LN2);
    expect([chosenWeight, rejectedWeight]).toEqual([0.25, -0.25]);
  });

  it('has weights that are the slopes of the loss', () => {
    const settings = { beta: 0.7, sftWeight: 1.5 };
    const policy = { chosen: 4, rejected: 8 };
    const at = (chosen: number, rejected: number) =>
      pairLoss({ chosen, rejected }, reference, 3, settings).loss;
    const slope = (above: number, below: number) => (above - below) / 2e-4;
    const { chosenWeight, rejectedWeight } = pairLoss(policy, reference, 3, settings);
    expect(chosenWeight).toBeCloseTo(slope(at(4.0001, 8), at(3.9999, 8)), 5);
    expect(rejectedWeight).toBeCloseTo(slope(at(4, 8.0001), at(4, 7.9999)), 5);
  });

  it('with SFT beside pulls back a pair that has gone far, since its rating may be a mistake', () => {
    const far = { chosen: 1, rejected: 60 };
    const free = pairLoss(far, reference, 3, { beta: 1, sftWeight: 0 });
    const doubting = pairLoss(far, reference, 3, { beta: 1, sftWeight: 1 });
    expect(free.rejectedWeight).toBeCloseTo(0);
    expect(doubting.rejectedWeight).toBeCloseTo(ALIGNMENT.doubt);
  });

  it('stays finite where a pair is hopeless', () => {
    const hopeless = pairLoss({ chosen: 5000, rejected: 0 }, reference, 3, { beta: 1, sftWeight: 0 });
    expect(hopeless.loss).toBeGreaterThan(4000);
    expect(hopeless.chosenWeight).toBeCloseTo(1);
  });
});

describe('alignRateAt', () => {
  it('warms up and comes down', () => {
    expect(alignRateAt(0, 50)).toBeCloseTo(ALIGNMENT.peakLearningRate / 5);
    expect(alignRateAt(5, 50)).toBeGreaterThan(alignRateAt(49, 50));
    expect(alignRateAt(49, 50)).toBeGreaterThan(0.1 * ALIGNMENT.peakLearningRate);
  });
});
