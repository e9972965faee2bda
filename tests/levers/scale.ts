/** Levers of the scale stage: size and vocabulary at equal compute. */

import type { ModelConfig } from '../../shared/lm/config.ts';
import { tokensForBudget } from '../../shared/lm/flops.ts';
import type { Lever, Measures } from './lever.ts';
import { HELD_OUT_BITS, heldOutBitsAfter, openLibrary } from './library.ts';
import { TINY } from './study.ts';

const BYTES_OF_EACH = 200_000;
/** Floating-point operations of each run in which sizes are compared. */
const EQUAL_FLOPS = 4e10;

async function measureConfigs(
  seed: number,
  configs: Readonly<Record<string, ModelConfig>>,
  flops: number,
): Promise<Measures> {
  const measures: Measures = {};
  for (const [arm, config] of Object.entries(configs)) {
    const library = openLibrary(seed, BYTES_OF_EACH, { vocabSize: config.vocabSize });
    const bits = await heldOutBitsAfter(library, config, tokensForBudget(config, flops));
    measures[arm] = { 'bits per byte': bits };
  }
  return measures;
}

const SIZES = {
  small: { ...TINY, width: 8, heads: 1 },
  middle: TINY,
  large: { ...TINY, width: 160, layers: 4, heads: 10 },
} as const;

export const size: Lever = {
  name: 'size',
  question: 'With the same compute, does a big model that reads little beat a small one that reads much?',
  arms: {
    small: 'width 8, one layer',
    middle: 'width 48, one layer',
    large: 'width 160, four layers',
  },
  metrics: { 'bits per byte': HELD_OUT_BITS },
  claims: [
    { metric: 'bits per byte', off: 'small', on: 'middle', expected: 'falls' },
    { metric: 'bits per byte', off: 'middle', on: 'large', expected: 'rises' },
  ],
  measure: (seed) => measureConfigs(seed, SIZES, EQUAL_FLOPS),
};

const VOCABULARIES = {
  '160': { ...TINY, vocabSize: 160 },
  '640': { ...TINY, vocabSize: 640 },
  '2048': { ...TINY, vocabSize: 2048 },
} as const;

export const vocabulary: Lever = {
  name: 'vocabulary',
  question: 'Is a vocabulary of more and longer tokens always better, with the same compute?',
  arms: { '160': '160 tokens', '640': '640 tokens', '2048': '2,048 tokens' },
  metrics: { 'bits per byte': HELD_OUT_BITS },
  claims: [
    { metric: 'bits per byte', off: '160', on: '640', expected: 'falls' },
    { metric: 'bits per byte', off: '640', on: '2048', expected: 'rises' },
  ],
  measure: (seed) => measureConfigs(seed, VOCABULARIES, EQUAL_FLOPS),
};
