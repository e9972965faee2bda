/** Reads sampling options: checks every number and fills in the defaults. */

import { InputError } from '../input-error.ts';
import type { ModelConfig } from '../config.ts';
import type { SamplingOptions } from '../language-model.ts';
import type { Watermark } from './watermark.ts';

/** Options without gaps. */
export interface Sampling {
  maxTokens: number;
  temperature: number;
  topP: number;
  /** 0 = all. */
  topK: number;
  repetitionPenalty: number;
  seed: number;
  stopTokens: ReadonlySet<number>;
  /** [vocabSize], 1 where a token may come; null = all. */
  isAllowed: Uint8Array | null;
  beams: number;
  /** null = none. */
  watermark: Watermark | null;
}

/** More beams than this only repeat each other. */
const MAX_BEAMS = 64;

/** Throws a RangeError that says which option is wrong and what it may be. */
export function readSampling(
  { vocabSize }: Pick<ModelConfig, 'vocabSize'>,
  options: SamplingOptions,
): Sampling {
  const { maxTokens, temperature, topP, seed } = options;
  const { topK = 0, repetitionPenalty = 1, beams = 1, watermark = null } = options;
  const { stopTokens, allowedTokens } = options;
  check(isCount(maxTokens), `maxTokens must be a whole number from 0, not ${maxTokens}`);
  check(temperature >= 0 && temperature < Infinity, `temperature must be 0 or more, not ${temperature}`);
  check(topP >= 0 && topP <= 1, `topP must be from 0 to 1, not ${topP}`);
  check(isCount(topK), `topK must be a whole number from 0 (all), not ${topK}`);
  check(
    repetitionPenalty > 0 && repetitionPenalty < Infinity,
    `repetitionPenalty must be above 0, not ${repetitionPenalty}`,
  );
  check(Number.isFinite(seed), `seed must be a number, not ${seed}`);
  check(
    isCount(beams) && beams >= 1 && beams <= MAX_BEAMS,
    `beams must be from 1 to ${MAX_BEAMS}, not ${beams}`,
  );
  check(beams === 1 || temperature === 0, 'a beam search makes no random choice, so temperature must be 0');
  check(beams === 1 || watermark === null, 'a beam search leaves no mark, so leave watermark or beams out');
  if (watermark) checkWatermark(watermark);
  for (const token of [...stopTokens, ...(allowedTokens ?? [])]) {
    check(isCount(token) && token < vocabSize, `token ${token} is outside the vocabulary of ${vocabSize}`);
  }
  check(allowedTokens?.length !== 0, 'allowedTokens must name at least one token, or be left out');
  const isAllowed = allowedTokens ? new Uint8Array(vocabSize) : null;
  for (const token of allowedTokens ?? []) if (isAllowed) isAllowed[token] = 1;
  return {
    maxTokens,
    temperature,
    topP,
    topK,
    repetitionPenalty,
    seed,
    stopTokens: new Set(stopTokens),
    isAllowed,
    beams,
    watermark,
  };
}

function checkWatermark({ key, bias }: Watermark): void {
  check(Number.isSafeInteger(key), `the key of a watermark must be a whole number, not ${key}`);
  check(bias >= 0 && bias < Infinity, `the bias of a watermark must be 0 or more, not ${bias}`);
}

function check(holds: boolean, message: string): void {
  if (!holds) throw new InputError(`sampling: ${message}`);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
