/** Chooses the next token from logits: greedy, or at a temperature from the nucleus of likely tokens. */

import type { Random } from '../random.ts';

export interface Choice {
  /** 0 = greedy; 1 = the model's own distribution. */
  temperature: number;
  /** Nucleus: the smallest set of likeliest tokens whose probability reaches this; 1 = all. */
  topP: number;
}

/** The index of the highest logit; the first of equals. */
export function argmax(logits: Float32Array): number {
  let best = 0;
  for (let i = 1; i < logits.length; i++) if (logits[i] > logits[best]) best = i;
  return best;
}

/** softmax(logits / temperature), [vocabSize]; temperature above 0. */
export function probabilities(logits: Float32Array, temperature = 1): Float64Array {
  const highest = logits[argmax(logits)];
  const result = new Float64Array(logits.length);
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += result[i] = Math.exp((logits[i] - highest) / temperature);
  for (let i = 0; i < result.length; i++) result[i] /= sum;
  return result;
}

/**
 * One token id. Draws exactly one number from `random` unless greedy, so that streams stay in step. Nucleus sampling
 * after Holtzman et al. (2020); of equally likely tokens the lower id is in the nucleus first.
 */
export function chooseToken(logits: Float32Array, { temperature, topP }: Choice, random: Random): number {
  if (temperature <= 0) return argmax(logits);
  const chances = probabilities(logits, temperature);
  const mass = topP < 1 ? cutToNucleus(chances, topP) : 1;
  let left = random.next() * mass;
  let last = 0;
  for (let id = 0; id < chances.length; id++) {
    if (chances[id] === 0) continue;
    left -= chances[id];
    if (left < 0) return id;
    last = id;
  }
  return last;
}

/** Sets the chances outside the nucleus to 0; returns what is left in all. */
function cutToNucleus(chances: Float64Array, topP: number): number {
  // Sorting plain numbers is many times faster than sorting ids by a comparison.
  const sorted = chances.slice().sort();
  let mass = 0;
  let kept = 0;
  while (kept < sorted.length && (kept === 0 || mass < topP)) mass += sorted[sorted.length - ++kept];
  const least = sorted[sorted.length - kept];
  // How many of the tokens with just the least chance are still in.
  let equals = kept;
  for (const chance of chances) if (chance > least) equals--;
  for (let id = 0; id < chances.length; id++) {
    if (chances[id] > least) continue;
    if (chances[id] === least && equals > 0) equals--;
    else chances[id] = 0;
  }
  return mass;
}
