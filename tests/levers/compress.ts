/** Levers of the deploy stage that make a model smaller: fewer bits a weight, fewer weights, a big model's pupil. */

import { gzipSync } from 'node:zlib';
import { decodeCheckpoint, encodeCheckpoint } from '../../shared/lm/checkpoint.ts';
import type { ModelConfig } from '../../shared/lm/config.ts';
import { distill } from '../../shared/lm/distill.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { PRETRAINING } from '../../shared/lm/pretrain.ts';
import { prune } from '../../shared/lm/prune.ts';
import { toBatch } from '../../shared/lm/rows.ts';
import { createSchedule, learningRateAt } from '../../shared/lm/schedule.ts';
import type { WeightFormat } from '../../shared/nn/formats/weight-format.ts';
import type { Lever, Measures } from './lever.ts';
import { HELD_OUT_BITS, openLibrary, streamOf, trainInLibrary, type Library } from './library.ts';
import { bitsPerByte, TINY, trainOn, untrained } from './study.ts';

const BYTES_OF_EACH = 150_000;
const TOKENS = 250_000;

/** One model, its weights changed in each of these ways, and what it is worth then. */
async function measureChanged(
  seed: number,
  ways: Readonly<Record<string, (weights: Float32Array) => Float32Array>>,
): Promise<Measures> {
  const library = openLibrary(seed, BYTES_OF_EACH);
  const model = await trainInLibrary(library, TINY, TOKENS);
  const weights = await model.weights();
  const measures: Measures = {};
  for (const [arm, change] of Object.entries(ways)) {
    await model.load(change(weights));
    measures[arm] = { 'bits per byte': await bitsPerByte(model, library.tokenizer, library.heldOut) };
  }
  model.dispose();
  return measures;
}

/** Weights as they come back from a checkpoint of this format. */
function stored(format: WeightFormat): (weights: Float32Array) => Float32Array {
  return (weights) => {
    const checkpoint = { config: TINY, tokenizerHash: '', step: 0, tokens: 0, weights };
    return decodeCheckpoint(encodeCheckpoint(checkpoint, format)).weights;
  };
}

export const quantisation: Lever = {
  name: 'quantisation',
  question: 'How few bits can a weight have before the model breaks?',
  arms: { fp32: '32 bits', int8: '8 bits', int4: '4 bits', int2: '2 bits' },
  metrics: { 'bits per byte': HELD_OUT_BITS },
  claims: [
    { metric: 'bits per byte', off: 'fp32', on: 'int8', expected: 'same' },
    { metric: 'bits per byte', off: 'int8', on: 'int4', expected: 'rises' },
    { metric: 'bits per byte', off: 'int4', on: 'int2', expected: 'rises' },
  ],
  measure: (seed) =>
    measureChanged(seed, {
      fp32: stored('fp32'),
      int8: stored('int8'),
      int4: stored('int4'),
      int2: stored('int2'),
    }),
};

/** Steps in which what is left learns to do without what went, on text that the model has read. */
const MENDING_STEPS = 120;
const MENDING_RATE = 1e-3;

/** Trains on, with every weight that is zero kept there (Han et al., 2015). */
async function mend(model: Executor, library: Library, weights: Float32Array): Promise<void> {
  const { batchRows, weightDecay, clipNorm } = PRETRAINING;
  const rows = streamOf(library, MENDING_STEPS * batchRows * TINY.contextLength, TINY.contextLength);
  await model.load(weights);
  for (let step = 0; step < MENDING_STEPS; step++) {
    const learningRate = MENDING_RATE * (1 - step / MENDING_STEPS);
    await model.step(toBatch(rows, step * batchRows, batchRows), { learningRate, weightDecay, clipNorm });
    const stepped = await model.weights();
    await model.load(
      stepped.map((weight, place) => (weights[place] === 0 ? 0 : weight)),
      { keepMoments: true },
    );
  }
}

export const pruning: Lever = {
  name: 'pruning',
  question: 'How many of the smallest weights can go before the model breaks, and what mends it?',
  arms: {
    '0 %': 'all weights',
    '25 %': 'the smallest quarter zeroed',
    '50 %': 'the smaller half zeroed',
    'mended 50 %': `the same, and the others trained on for ${MENDING_STEPS} steps`,
    '90 %': 'all but a tenth zeroed',
  },
  metrics: {
    'bits per byte': HELD_OUT_BITS,
    packed: 'size of the file in 8 bits, packed by gzip, as a share of the same with all weights',
  },
  claims: [
    { metric: 'bits per byte', off: '0 %', on: '25 %', expected: 'reported' },
    { metric: 'bits per byte', off: '0 %', on: '50 %', expected: 'rises' },
    { metric: 'bits per byte', off: '50 %', on: 'mended 50 %', expected: 'falls' },
    { metric: 'bits per byte', off: '0 %', on: 'mended 50 %', expected: 'reported' },
    { metric: 'bits per byte', off: '50 %', on: '90 %', expected: 'rises' },
    { metric: 'packed', off: '0 %', on: 'mended 50 %', expected: 'falls' },
  ],
  measure: async (seed) => {
    const library = openLibrary(seed, BYTES_OF_EACH);
    const model = await trainInLibrary(library, TINY, TOKENS);
    const whole = await model.weights();
    const packed = (weights: Float32Array): number =>
      gzipSync(encodeCheckpoint({ config: TINY, tokenizerHash: '', step: 0, tokens: 0, weights }, 'int8'))
        .length;
    const measured = async (weights: Float32Array): Promise<Record<string, number>> => {
      await model.load(weights);
      const bits = await bitsPerByte(model, library.tokenizer, library.heldOut);
      return { 'bits per byte': bits, packed: packed(weights) / packed(whole) };
    };
    const half = prune(TINY, whole, 0.5);
    await mend(model, library, half);
    const mended = await model.weights();
    const measures = {
      '0 %': await measured(whole),
      '25 %': await measured(prune(TINY, whole, 0.25)),
      '50 %': await measured(half),
      'mended 50 %': await measured(mended),
      '90 %': await measured(prune(TINY, whole, 0.9)),
    };
    model.dispose();
    return measures;
  },
};

const TEACHER: ModelConfig = { ...TINY, width: 64, layers: 2, heads: 4 };
const TEACHER_TOKENS = 300_000;
const PUPIL: ModelConfig = { ...TINY, width: 32, heads: 2 };
const PUPIL_TOKENS = 100_000;

export const distillation: Lever = {
  name: 'distillation',
  question: 'Does a small model learn more from what a big one expects than from the text alone?',
  arms: {
    'from scratch': 'width 32, learns from the tokens that came',
    distilled: "the same steps on the same text, learns a width-64 model's probabilities",
  },
  metrics: { 'bits per byte': HELD_OUT_BITS },
  claims: [{ metric: 'bits per byte', off: 'from scratch', on: 'distilled', expected: 'falls' }],
  measure: async (seed) => {
    const library = openLibrary(seed, BYTES_OF_EACH);
    const bits = (model: Parameters<typeof bitsPerByte>[0]): Promise<number> =>
      bitsPerByte(model, library.tokenizer, library.heldOut);
    const teacher = await trainInLibrary(library, TEACHER, TEACHER_TOKENS);
    const rows = streamOf(library, PUPIL_TOKENS, TINY.contextLength);
    const alone = await trainOn(PUPIL, rows, { seed });
    const student = await untrained(PUPIL, seed);
    const { batchRows, peakLearningRate, weightDecay, clipNorm } = PRETRAINING;
    const batchTokens = batchRows * TINY.contextLength;
    const schedule = createSchedule(peakLearningRate, PUPIL_TOKENS, batchTokens);
    const learningRate = (step: number): number => learningRateAt(schedule, step * batchTokens);
    const run = { teacher, student, rows, batchRows, teacherShare: 1, learningRate, weightDecay, clipNorm };
    for await (const { loss } of distill(run)) if (!Number.isFinite(loss)) break;
    const measures = {
      'from scratch': { 'bits per byte': await bits(alone) },
      distilled: { 'bits per byte': await bits(student) },
    };
    for (const model of [teacher, alone, student]) model.dispose();
    return measures;
  },
};
