/** The choice of the next token in WGSL, by all threads of a workgroup together: greedy, temperature, nucleus. */

import { TEMPERATURE, TOP_P } from './decoding-layout.ts';

/** Bits of 1, the highest exponential of a distance from the highest logit. */
const ONE = 0x3f800000;
/** As createRandom of random.ts steps its state. */
const RANDOM_STEP = 0x6d2b79f5;

/**
 * Declares `chooseToken`, which leaves its choice in `chosen`; what it needs stands in decode-kernel.ts. Draws the same
 * numbers as the processor does (see decoding/choice.ts), so that the same seed gives the same text but for rounding. Each
 * thread takes neighboring ids.
 */
export const SAMPLING = /* wgsl */ `
const CHUNK = (VOCAB + THREADS - 1u) / THREADS;

/** Number \`index\` of the stream of \`seed\` (mulberry32), from 0 to 1. */
fn randomNumber(seed: u32, index: u32) -> f32 {
  let state = seed + (index + 1u) * ${RANDOM_STEP}u;
  var mixed = (state ^ (state >> 15u)) * (1u | state);
  mixed = (mixed + (mixed ^ (mixed >> 7u)) * (61u | mixed)) ^ mixed;
  return f32((mixed ^ (mixed >> 14u)) >> 8u) / 16777216.0;
}

/** Sum of this thread's values, which lie from \`first\` to \`end\`, whose bits are at least \`least\`. */
fn massFrom(least: u32, first: u32, end: u32) -> f32 {
  var mass = 0.0;
  for (var i = first; i < end; i++) {
    mass += select(0.0, state[i], bitcast<u32>(state[i]) >= least);
  }
  return mass;
}

/** Sum of what the threads before this one bring; \`total\` over all lies behind it. */
fn sumBefore(part: f32, thread: u32) -> vec2<f32> {
  workgroupBarrier();
  parts[thread] = part;
  workgroupBarrier();
  var before = 0.0;
  var total = 0.0;
  for (var i = 0u; i < THREADS; i++) {
    before = select(before, total, i == thread);
    total += parts[i];
  }
  workgroupBarrier();
  return vec2<f32>(before, total);
}

/** The logits become unnormalized probabilities unless the choice is greedy. */
fn chooseToken(logits: u32, seed: u32, index: u32, thread: u32) {
  let first = logits + min(VOCAB, thread * CHUNK);
  let end = logits + min(VOCAB, (thread + 1u) * CHUNK);
  var part = LOWEST;
  for (var i = first; i < end; i++) {
    part = max(part, state[i]);
  }
  let highest = maximumOfAll(part, thread);
  let temperature = bitcast<f32>(words[${TEMPERATURE}u]);
  if (temperature <= 0.0) {
    var best = VOCAB;
    for (var i = end; i > first; i--) {
      best = select(best, i - 1u - logits, state[i - 1u] == highest);
    }
    let lowest = VOCAB - u32(maximumOfAll(f32(VOCAB - best), thread));
    if (thread == 0u) {
      chosen = min(lowest, VOCAB - 1u);
    }
    workgroupBarrier();
    return;
  }

  part = 0.0;
  for (var i = first; i < end; i++) {
    state[i] = exp((state[i] - highest) / temperature);
    part += state[i];
  }
  let sum = sumOfAll(part, thread);
  let topP = bitcast<f32>(words[${TOP_P}u]);
  var least = 0u;
  var equals = f32(VOCAB);
  if (topP < 1.0) {
    // Bits of positive floats are in the order of the floats: 30 halvings find the least likely one of the nucleus.
    let wanted = topP * sum;
    var above = ${ONE + 1}u;
    for (var halving = 0u; halving < 30u; halving++) {
      let middle = (least + above) / 2u;
      if (sumOfAll(massFrom(middle, first, end), thread) >= wanted) {
        least = middle;
      } else {
        above = middle;
      }
    }
    let missing = wanted - sumOfAll(massFrom(least + 1u, first, end), thread);
    if (least > 0u) {
      equals = max(1.0, ceil(missing / bitcast<f32>(least)));
    }
  }
  var equalsHere = 0.0;
  for (var i = first; i < end; i++) {
    equalsHere += select(0.0, 1.0, bitcast<u32>(state[i]) == least);
  }
  var rank = sumBefore(equalsHere, thread).x;
  var mass = 0.0;
  var last = -1.0;
  for (var i = first; i < end; i++) {
    let bits = bitcast<u32>(state[i]);
    let isEqual = bits == least;
    if (bits < least || (isEqual && rank >= equals)) {
      state[i] = 0.0;
    }
    rank += select(0.0, 1.0, isEqual);
    mass += state[i];
    last = select(last, f32(i - logits), state[i] > 0.0);
  }
  let lastOfAll = maximumOfAll(last, thread);
  let sums = sumBefore(mass, thread);
  if (thread == 0u) {
    chosen = u32(lastOfAll);
  }
  workgroupBarrier();
  var left = randomNumber(seed, index) * sums.y;
  if (left >= sums.x && left < sums.x + mass) {
    var choice = u32(max(last, 0.0));
    left -= sums.x;
    for (var i = first; i < end; i++) {
      left -= state[i];
      if (left < 0.0 && state[i] > 0.0) {
        choice = i - logits;
        break;
      }
    }
    chosen = choice;
  }
  workgroupBarrier();
}
`;
