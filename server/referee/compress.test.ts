/** A trained model made smaller: what its file weighs and what it still knows, by the referee's own measure. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runRound } from '../../shared/lm/pretrain.ts';
import type { WeightFormat } from '../../shared/nn/formats/weight-format.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { DEFAULT_DATA_PLAN } from '../../shared/game/stages/data/plan.ts';
import { createReferee } from './referee.ts';
import type { CompressedModel } from './tasks.ts';

const seeds = { world: 1, market: 2, validation: 3, sealed: 4, weights: 5, shards: 6, sampling: 7 };
const key = { matchId: 'SQUASH', generation: 1, seeds };
const referee = createReferee();
const { run } = referee.forMatch(key.matchId, {
  signal: new AbortController().signal,
  isUrgent: () => true,
});
afterAll(() => referee.close());

let variants: CompressedModel[] = [];
let untrained = 0;

beforeAll(async () => {
  const scale = { size: 'tiny', contextLength: 32 } as const;
  const plan = { ...key, data: DEFAULT_DATA_PLAN, scale, budgetFlops: 4e10, checkpoint: null };
  const { config, tokenizer, rows, weights, prepared } = await run('prepare', plan);
  untrained = prepared.untrainedBitsPerByte;
  const executor = await createWasmExecutor(config);
  await executor.load(weights);
  const round = { executor, rows, learningRate: () => 3e-3, now: () => performance.now() };
  await runRound(round);
  variants = await run('compress', { ...key, config, tokenizer, weights: await executor.weights() });
});

function variant(format: WeightFormat, prunedShare = 0): CompressedModel {
  const found = variants.find((one) => one.format === format && one.prunedShare === prunedShare);
  if (!found) throw new Error(`no variant ${format} with ${prunedShare} pruned`);
  return found;
}

/** How many bits per byte a smaller version adds, as a share of all that training had taken away. */
function loss(smaller: CompressedModel): number {
  const whole = variant('fp32').bitsPerByte;
  return (smaller.bitsPerByte - whole) / (untrained - whole);
}

describe('a trained model', () => {
  it('has learned something to lose', () => {
    expect(variant('fp32').bitsPerByte).toBeLessThan(0.6 * untrained);
  });

  it('is as good in half floats and in int8, at a half and about a quarter of the bytes', () => {
    expect(Math.abs(loss(variant('fp16')))).toBeLessThan(0.001);
    expect(Math.abs(loss(variant('int8')))).toBeLessThan(0.01);
    expect(variant('fp16').bytes).toBeLessThan(0.51 * variant('fp32').bytes);
    expect(variant('int8').bytes).toBeLessThan(0.33 * variant('fp32').bytes);
  });

  it('is a little worse in int4 and broken in int2, though smaller each time', () => {
    expect(loss(variant('int4'))).toBeGreaterThan(0.002);
    expect(loss(variant('int4'))).toBeLessThan(0.2);
    expect(loss(variant('int2'))).toBeGreaterThan(0.3);
    expect(variant('int4').bytes).toBeLessThan(0.7 * variant('int8').bytes);
    expect(variant('int2').bytes).toBeLessThan(0.8 * variant('int4').bytes);
  });

  it('stands the loss of its smallest weights, but not of most', () => {
    expect(loss(variant('fp32', 0.25))).toBeLessThan(0.05);
    expect(loss(variant('fp32', 0.5))).toBeGreaterThan(loss(variant('fp32', 0.25)));
    expect(loss(variant('fp32', 0.75))).toBeGreaterThan(0.2);
  });
});
