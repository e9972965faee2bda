/** Learning from distributions instead of single tokens. */

import { describe, expect, it } from 'vitest';
import type { ModelConfig } from './config.ts';
import { distill } from './distill.ts';
import type { DistillingExecutor } from './executor.ts';
import { createJsExecutor } from './executors/js.ts';
import { createTfjsExecutor } from './executors/tfjs/executor.ts';
import { createWasmExecutor } from './executors/wasm.ts';
import { initialWeights } from './init.ts';
import type { Rows } from './rows.ts';
import { randomBatch, TINY } from './testing.ts';

const OPTIONS = { learningRate: 3e-3, weightDecay: 0.01, clipNorm: 1 };

const ALL: readonly [string, (config: ModelConfig) => Promise<DistillingExecutor>][] = [
  ['js', createJsExecutor],
  ['wasm relaxed', (config) => createWasmExecutor(config, 'relaxed')],
  ['wasm plain', (config) => createWasmExecutor(config, 'plain')],
  ['tfjs cpu', (config) => createTfjsExecutor(config, 'cpu')],
];

async function loaded(
  create: (config: ModelConfig) => Promise<DistillingExecutor>,
  seed: number,
  strength = 4,
): Promise<DistillingExecutor> {
  const executor = await create(TINY);
  await executor.load(initialWeights(TINY, seed).map((weight) => strength * weight));
  return executor;
}

function oneHot(targets: Int32Array): Float32Array {
  const distributions = new Float32Array(targets.length * TINY.vocabSize);
  targets.forEach((target, at) => (distributions[at * TINY.vocabSize + target] = 1));
  return distributions;
}

describe.each(ALL)('%s', (_, create) => {
  it('predicts probabilities that its losses agree with', async () => {
    const executor = await loaded(create, 1);
    const batch = randomBatch(TINY, 3, 7);
    const chances = await executor.predict(batch);
    const losses = await executor.rowLosses(batch);
    for (let row = 0; row < 3; row++) {
      let nats = 0;
      for (let at = row * 7; at < row * 7 + 7; at++) {
        const own = chances.subarray(at * TINY.vocabSize, (at + 1) * TINY.vocabSize);
        expect(own.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 4);
        nats -= Math.log(own[batch.targets[at]]);
      }
      expect(nats).toBeCloseTo(losses[row], 3);
    }
  });

  it('steps toward certain tokens as it steps on tokens', async () => {
    const batch = randomBatch(TINY, 4, 7, { masked: true });
    const onTokens = await loaded(create, 2);
    const toward = await loaded(create, 2);
    for (let step = 0; step < 3; step++) {
      const expected = await onTokens.step(batch, OPTIONS);
      const actual = await toward.stepToward(batch, oneHot(batch.targets), OPTIONS);
      expect(actual.loss).toBeCloseTo(expected.loss, 5);
      expect(actual.gradientNorm).toBeCloseTo(expected.gradientNorm, 4);
    }
  });

  it('learns from a teacher like plain JavaScript', async () => {
    const teacher = await loaded(createJsExecutor, 3, 10);
    const reference = await loaded(createJsExecutor, 4);
    const student = await loaded(create, 4);
    const batch = randomBatch(TINY, 4, 7, { masked: true });
    const wanted = await teacher.predict(batch);
    let first = 0;
    for (let step = 0; step < 5; step++) {
      const expected = await reference.stepToward(batch, wanted, OPTIONS);
      const actual = await student.stepToward(batch, wanted, OPTIONS);
      expect(actual.loss).toBeCloseTo(expected.loss, 4);
      expect(actual.gradientNorm).toBeCloseTo(expected.gradientNorm, 3);
      if (step === 0) first = actual.loss;
      else expect(actual.loss).toBeLessThan(first);
    }
  });

  it('refuses what is no distribution', async () => {
    const executor = await loaded(create, 1);
    const batch = randomBatch(TINY, 1, 4);
    const good = oneHot(batch.targets);
    const step = (distributions: Float32Array) => executor.stepToward(batch, distributions, OPTIONS);
    await expect(step(good.subarray(1))).rejects.toThrow(/must hold rows x length x vocabulary = 80/);
    await expect(step(good.map((chance) => 2 * chance))).rejects.toThrow(/position 0 must be probabilities/);
    await expect(step(good.with(3, -1))).rejects.toThrow(/position 0/);
    await expect(step(good.with(25, Number.NaN))).rejects.toThrow(/position 1/);
  });
});

describe('a student', () => {
  /** Rows of random tokens: nothing in them can be known, but what the teacher thinks of them can. */
  function rows(seed: number): Rows {
    const contextLength = TINY.contextLength;
    const { tokens } = randomBatch(TINY, 64, contextLength + 1, { seed });
    return {
      contextLength,
      count: 64,
      tokens: Uint16Array.from(tokens),
      lossFrom: new Uint16Array(64).fill(1),
    };
  }

  it('comes to think like its teacher on text that it never saw', async () => {
    const teacher = await loaded(createWasmExecutor, 3, 10);
    const student = await loaded(createWasmExecutor, 4, 1);
    const unseen = randomBatch(TINY, 16, TINY.contextLength, { seed: 99 });
    const wanted = await teacher.predict(unseen);
    const divergence = async (): Promise<number> => {
      const own = await student.predict(unseen);
      const nats = wanted.reduce(
        (sum, chance, i) => sum + (chance > 0 ? chance * Math.log(chance / own[i]) : 0),
        0,
      );
      return nats / (16 * TINY.contextLength);
    };
    const before = await divergence();
    const settings = { ...OPTIONS, batchRows: 16, teacherShare: 1, learningRate: () => 1e-2 };
    for (let pass = 0; pass < 80; pass++) {
      for await (const { loss } of distill({ teacher, student, rows: rows(pass), ...settings })) {
        expect(loss).toBeGreaterThan(0);
      }
    }
    expect(await divergence()).toBeLessThan(0.5 * before);
  });

  it('cannot learn from a teacher who speaks another language', async () => {
    const teacher = await createJsExecutor({ ...TINY, vocabSize: 24 });
    const student = await createJsExecutor(TINY);
    const settings = { ...OPTIONS, batchRows: 16, teacherShare: 1, learningRate: () => 1e-2 };
    await expect(distill({ teacher, student, rows: rows(1), ...settings }).next()).rejects.toThrow(
      /vocabularies of 24 and 20/,
    );
  });
});
