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
 * after Holtzman et al. (2020); ties are broken by the lower id.
 */
export function chooseToken(logits: Float32Array, { temperature, topP }: Choice, random: Random): number {
  if (temperature <= 0) return argmax(logits);
  const chances = probabilities(logits, temperature);
  const draw = random.next();
  if (topP >= 1) return walk(chances, undefined, draw);
  // Tokens below this share have less than 1 - topP together, so they are never in the nucleus: most need no sorting.
  const least = (1 - topP) / chances.length;
  const order = Array.from(chances.keys()).filter((id) => chances[id] >= least);
  order.sort((a, b) => chances[b] - chances[a] || a - b);
  let mass = 0;
  let kept = 0;
  while (kept < order.length && (kept === 0 || mass < topP)) mass += chances[order[kept++]];
  return walk(chances, order.slice(0, kept), draw * mass);
}

/** The candidate at which the running sum of chances passes the draw. */
function walk(chances: Float64Array, candidates: readonly number[] | undefined, draw: number): number {
  const count = candidates?.length ?? chances.length;
  let left = draw;
  for (let i = 0; i < count; i++) {
    const id = candidates ? candidates[i] : i;
    left -= chances[id];
    if (left < 0) return id;
  }
  return candidates ? candidates[0] : chances.length - 1;
}
