/** An adapter learns what the whole step would teach its matrices, and merged in it makes a model like any other. */

import { describe, expect, it } from 'vitest';
import type { TensorSpec } from '../../nn/tensors.ts';
import type { TransformerConfig } from '../config.ts';
import { createJsExecutor } from '../executors/js.ts';
import { createWasmExecutor } from '../executors/wasm.ts';
import { initialWeights } from '../init.ts';
import { parameterSpec } from '../spec.ts';
import { randomBatch, TINY } from '../testing.ts';
import { adapterSpec, initialAdapter, mergeAdapter } from './adapter.ts';
import { OWN_TUNING, tuningTokens } from './tune.ts';
import { createAdapterExecutor } from './executor.ts';

const RANK = 4;
const BATCH = randomBatch(TINY, 3, 12, { masked: true });
const STAND_STILL = { learningRate: 0, weightDecay: 0, clipNorm: 0 };
const base = initialWeights(TINY, 5).map((weight, i) => weight + 0.1 * Math.sin(i * 12.9898));
const adapter = initialAdapter(TINY, RANK, 3);
/* Away from the start, where half of it is zero. */
adapter.values.forEach((value, i) => (adapter.values[i] = value + 0.1 * Math.cos(i * 7.1)));
const merged = mergeAdapter(TINY, base, adapter);

/** Row r, column c of a matrix in a flat vector. */
function matrixIn(values: Float32Array, tensors: readonly TensorSpec[], name: string) {
  const { offset, shape } = tensors.find((tensor) => tensor.name === name) ?? { offset: NaN, shape: [] };
  const [rows, columns] = shape;
  return { rows, columns, at: (r: number, c: number): number => values[offset + r * columns + c] };
}

const sum = (count: number, of: (index: number) => number): number =>
  Array.from({ length: count }, (_, index) => of(index)).reduce((total, value) => total + value, 0);

describe('an adapter', () => {
  it('has for gradient that of the whole matrix, seen through its other half', async () => {
    const [whole, beside] = [await createJsExecutor(TINY), await createAdapterExecutor(TINY, base, RANK)];
    await whole.load(merged);
    await beside.load(adapter.values);
    const losses = await Promise.all([whole.step(BATCH, STAND_STILL), beside.step(BATCH, STAND_STILL)]);
    expect(losses[1].loss).toBeCloseTo(losses[0].loss, 5);
    const [{ tensors }, { tensors: halves }] = [parameterSpec(TINY), adapterSpec(TINY, RANK)];
    const [gradient, own] = [whole.gradients(), beside.gradients()];
    for (const { name } of halves.filter((half) => half.name.endsWith('.down'))) {
      const matrix = name.slice(0, -'.down'.length);
      const dMatrix = matrixIn(gradient, tensors, matrix);
      const [down, up] = ['down', 'up'].map((half) => matrixIn(adapter.values, halves, `${matrix}.${half}`));
      const [dDown, dUp] = ['down', 'up'].map((half) => matrixIn(own, halves, `${matrix}.${half}`));
      for (let r = 0; r < RANK; r++) {
        for (let i = 0; i < dMatrix.rows; i++)
          expect(dDown.at(i, r)).toBeCloseTo(
            sum(dMatrix.columns, (j) => dMatrix.at(i, j) * up.at(r, j)),
            4,
          );
        for (let j = 0; j < dMatrix.columns; j++)
          expect(dUp.at(r, j)).toBeCloseTo(
            sum(dMatrix.rows, (i) => down.at(i, r) * dMatrix.at(i, j)),
            4,
          );
      }
    }
  });

  it('is heard as the model that it was merged into, while it is read and while it writes', async () => {
    const [whole, beside] = [await createWasmExecutor(TINY), await createAdapterExecutor(TINY, base, RANK)];
    await whole.load(merged);
    await beside.load(adapter.values);
    const [wanted, found] = [await whole.evaluate(BATCH), await beside.evaluate(BATCH)];
    expect(found.nats).toBeCloseTo(wanted.nats, 4);
    const options = { maxTokens: 6, temperature: 0, topP: 1, seed: 1, stopTokens: [] };
    expect(await beside.generate([[1, 2, 3]], options)).toEqual(await whole.generate([[1, 2, 3]], options));
  });

  it('begins by changing nothing, learns, and leaves the model as it was', async () => {
    const fresh = initialAdapter(TINY, RANK, 1);
    expect(mergeAdapter(TINY, base, fresh)).toEqual(Float32Array.from(base));
    const beside = await createAdapterExecutor(TINY, base, RANK);
    const settings = { learningRate: 0.02, weightDecay: 0, clipNorm: 1 };
    const { loss: before } = await beside.step(BATCH, settings);
    for (let step = 0; step < 60; step++) await beside.step(BATCH, settings);
    const { nats, weight } = await beside.evaluate(BATCH);
    expect(nats / weight).toBeLessThan(before - 0.5);
    const learned = mergeAdapter(TINY, base, { rank: RANK, values: await beside.weights() });
    const [alike, all] = [learned.filter((value, i) => value === base[i]).length, base.length];
    const { tensors } = parameterSpec(TINY);
    const adapted = tensors.filter(({ name }) => /^block1\.(expand|contract)\.weight$|^head$/.test(name));
    expect(all - alike).toBeLessThanOrEqual(sum(adapted.length, (index) => adapted[index].size));
  });

  it('has an optimizer that keeps less than a tenth of the whole one’s, in every shape that labs choose', () => {
    for (const [width, layers, heads, vocabSize] of [
      [48, 1, 3, 512],
      [48, 2, 3, 1024],
      [64, 2, 4, 1024],
      [96, 3, 6, 2048],
    ]) {
      const config: TransformerConfig = { ...TINY, contextLength: 64, width, layers, heads, vocabSize };
      const { parameterCount: own } = adapterSpec(config, OWN_TUNING.rank);
      expect(own / parameterSpec(config).parameterCount).toBeLessThan(0.1);
    }
  });

  it.each([0, 3, 6.5])('of rank %s is refused', (rank) => {
    expect(() => adapterSpec(TINY, rank)).toThrow(/rank must be a multiple of 4/);
  });
});

it('a short text is read so often and no oftener, a long one as long as there are steps', () => {
  const most = OWN_TUNING.steps * OWN_TUNING.batchRows * 64;
  expect(tuningTokens(64, 500) / 500).toBe(32);
  expect(tuningTokens(64, 20_000)).toBe(most);
  expect(tuningTokens(64)).toBe(most);
});
