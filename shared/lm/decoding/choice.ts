/** Chooses the next token from logits: greedy, or by chance from the likeliest ones, with penalties and forbidden tokens. */

import type { Random } from '../../random.ts';
import type { TokenCandidate } from '../executor.ts';

export interface SamplingChoice {
  /** 0 = greedy; 1 = the model's own distribution. */
  temperature: number;
  /** Nucleus: the smallest set of likeliest tokens whose probability reaches this; 1 = all. */
  topP: number;
  /** So many of the likeliest; 0 (the default) = all. */
  topK?: number;
}

/** The index of the highest logit; the first of equals. */
export function argmax(logits: Float32Array): number {
  let best = 0;
  for (let i = 1; i < logits.length; i++) if (logits[i] > logits[best]) best = i;
  return best;
}

/** softmax(logits / temperature), [vocabSize]; temperature above 0. */
export function probabilities(logits: Float32Array, temperature = 1): Float32Array {
  const highest = logits[argmax(logits)];
  const result = new Float32Array(logits.length);
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += result[i] = Math.exp((logits[i] - highest) / temperature);
  for (let i = 0; i < result.length; i++) result[i] /= sum;
  return result;
}

/** One token id from logits [vocabSize], which stay as they are; draws like `drawToken` unless greedy. */
export function chooseToken(logits: Float32Array, choice: SamplingChoice, random: Random): number {
  if (choice.temperature <= 0) return argmax(logits);
  return drawToken(probabilities(logits, choice.temperature), choice, random);
}

/**
 * One token id by its chance, of those that top-k (Fan et al., 2018) and then the nucleus (Holtzman et al., 2020) leave;
 * of equally likely tokens the lower id is kept first. Draws exactly one number from `random`, so that streams stay in
 * step. A chance of 0 is never drawn.
 */
export function drawToken(
  chances: Float32Array,
  { topP, topK = 0 }: Omit<SamplingChoice, 'temperature'>,
  random: Random,
): number {
  let kept: Kept = { least: 0, equals: 0, mass: 0 };
  if (topK > 0 && topK < chances.length) kept = likeliest(chances, 'count', topK);
  else for (let id = 0; id < chances.length; id++) kept.mass += chances[id];
  if (topP < 1) kept = likeliest(chances, 'mass', topP * kept.mass);
  let left = random.next() * kept.mass;
  let { equals } = kept;
  let last = 0;
  for (let id = 0; id < chances.length; id++) {
    const chance = chances[id];
    if (chance === 0 || chance < kept.least || (chance === kept.least && equals-- <= 0)) continue;
    left -= chance;
    last = id;
    if (left < 0) return id;
  }
  return last;
}

/** Which tokens are kept: all above a chance, and so many with just that chance. */
interface Kept {
  least: number;
  equals: number;
  /** The chances of all of them together. */
  mass: number;
}

/** The bits of a chance's float without these: its exponent and the first three bits of its fraction. */
const BUCKET_SHIFT = 20;
/** So many values those leading bits have for numbers up to 1, in the order of the numbers. */
const BUCKETS = 1024;
/** Number or chance in each bucket; kept between calls, as making it anew would cost more than using it. */
const totals = new Float64Array(BUCKETS);

/**
 * The smallest set of likeliest tokens, at least one, whose number or joint chance reaches `wanted`. A bucket sort of
 * which only the bucket on the border is sorted: a full sort costs more than the model itself.
 */
function likeliest(chances: Float32Array, measure: 'count' | 'mass', wanted: number): Kept {
  const bits = new Uint32Array(chances.buffer, chances.byteOffset, chances.length);
  totals.fill(0);
  for (let id = 0; id < chances.length; id++) {
    totals[bits[id] >>> BUCKET_SHIFT] += measure === 'count' ? 1 : chances[id];
  }
  let reached = 0;
  let border = BUCKETS - 1;
  while (border > 0 && (totals[border] === 0 || reached + totals[border] < wanted)) {
    reached += totals[border--];
  }
  const onBorder: number[] = [];
  for (let id = 0; id < chances.length; id++) {
    if (bits[id] >>> BUCKET_SHIFT === border) onBorder.push(chances[id]);
  }
  onBorder.sort((a, b) => b - a);
  let least = 0;
  let equals = 0;
  for (const chance of onBorder) {
    if (equals > 0 && reached >= wanted) break;
    equals = chance === least ? equals + 1 : 1;
    least = chance;
    reached += measure === 'count' ? 1 : chance;
  }
  let mass = equals * least;
  for (let id = 0; id < chances.length; id++) if (chances[id] > least) mass += chances[id];
  return { least, equals, mass };
}

/** Makes tokens that already stand in the text less likely, in place (Keskar et al., 2019, CTRL, section 4.1). */
export function penalize(logits: Float32Array, seen: Iterable<number>, penalty: number): void {
  for (const token of seen) logits[token] *= logits[token] > 0 ? 1 / penalty : penalty;
}

/** Makes every token impossible whose mask is 0, in place; both are [vocabSize]. */
export function forbid(logits: Float32Array, isAllowed: Uint8Array): void {
  for (let id = 0; id < logits.length; id++) if (isAllowed[id] === 0) logits[id] = -Infinity;
}

/** The `count` likeliest tokens of chances [vocabSize], likeliest first; of equals the lower id. */
export function topCandidates(chances: Float32Array, count: number): TokenCandidate[] {
  const tokens = Array.from(chances.keys());
  const isBefore = (a: number, b: number): number => chances[b] - chances[a] || a - b;
  if (count >= chances.length)
    return tokens.sort(isBefore).map((token) => ({ token, chance: chances[token] }));
  /* A few are picked out in one pass; to sort all of them would cost more than the model itself. */
  const best: number[] = [];
  for (const token of tokens) {
    if (best.length === count && isBefore(best[count - 1], token) < 0) continue;
    let place = best.length;
    while (place > 0 && isBefore(token, best[place - 1]) < 0) place--;
    best.splice(place, 0, token);
    if (best.length > count) best.pop();
  }
  return best.map((token) => ({ token, chance: chances[token] }));
}
