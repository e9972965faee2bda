/** Attention over a key-value cache, softmax for sampling, and the loss of distillation; the interface is described in kernels.ts. */

import { at, exp4, madd, maxLanes, sumLanes } from './simd.as';

/** The host's, because AssemblyScript's own logarithm keeps a table in the memory, which the heap would overwrite. */
@external("env", "log") declare function hostLog(x: f64): f64;

/** exp(x) for x <= 0, and exactly 0 from -87 down. */
@inline function expOrZero(x: v128): v128 {
  return v128.and(exp4(x), f32x4.gt(x, f32x4.splat(-87)));
}

/** softmax(scale * x) of `size` values in place; the last lanes may lie beyond the end and keep what they held. */
function softmax(values: usize, size: i32, scale: f32): void {
  const whole = size & ~3;
  let highest = f32x4.splat(load<f32>(values));
  for (let i = 0; i < whole; i += 4) highest = f32x4.max(highest, v128.load(values + at(i)));
  let top = maxLanes(highest);
  for (let i = whole; i < size; i++) top = max(top, load<f32>(values + at(i)));
  const tops = f32x4.splat(top), scales = f32x4.splat(scale);
  let sums = f32x4.splat(0);
  for (let i = 0; i < whole; i += 4) {
    const e = expOrZero(f32x4.mul(f32x4.sub(v128.load(values + at(i)), tops), scales));
    v128.store(values + at(i), e);
    sums = f32x4.add(sums, e);
  }
  let sum = sumLanes(sums);
  for (let i = whole; i < size; i++) {
    const e = f32x4.extract_lane(expOrZero(f32x4.splat((load<f32>(values + at(i)) - top) * scale)), 0);
    store<f32>(values + at(i), e);
    sum += e;
  }
  const inverse: f32 = 1 / sum, inverses = f32x4.splat(inverse);
  for (let i = 0; i < whole; i += 4) v128.store(values + at(i), f32x4.mul(v128.load(values + at(i)), inverses));
  for (let i = whole; i < size; i++) store<f32>(values + at(i), load<f32>(values + at(i)) * inverse);
}

export function softmaxRows(values: i32, rows: i32, columns: i32, scale: f32): void {
  for (let r = 0; r < rows; r++) softmax(at(values + r * columns), columns, scale);
}

export function cachedAttention(
  qkv: i32, keyCache: i32, valueCache: i32, slots: i32, positions: i32, scores: i32, output: i32,
  rows: i32, heads: i32, headWidth: i32, contextLength: i32,
): void {
  const width = heads * headWidth, bytes = at(width), headBytes = at(headWidth);
  const scale: f32 = 1 / sqrt<f32>(<f32>headWidth);
  for (let r = 0; r < rows; r++) {
    const position = load<i32>(at(positions + r));
    const cache = <usize>(load<i32>(at(slots + r)) * contextLength) * bytes;
    const keys = at(keyCache) + cache, values = at(valueCache) + cache;
    const row = at(qkv) + <usize>r * 3 * bytes, out = at(output) + <usize>r * bytes;
    memory.copy(keys + <usize>position * bytes, row + bytes, bytes);
    memory.copy(values + <usize>position * bytes, row + 2 * bytes, bytes);
    for (let h = 0; h < heads; h++) {
      const head = <usize>h * headBytes, weights = at(scores + h * contextLength);
      for (let j = 0; j <= position; j++) {
        const key = keys + <usize>j * bytes + head;
        let dot = f32x4.splat(0);
        for (let w: usize = 0; w < headBytes; w += 16) dot = madd(v128.load(row + head + w), v128.load(key + w), dot);
        store<f32>(weights + at(j), sumLanes(dot));
      }
      softmax(weights, position + 1, scale);
      for (let w: usize = 0; w < headBytes; w += 16) {
        let value = values + head + w, mixed = f32x4.splat(0);
        for (let j = 0; j <= position; j++) {
          mixed = madd(v128.load32_splat(weights + at(j)), v128.load(value), mixed);
          value += bytes;
        }
        v128.store(out + head + w, mixed);
      }
    }
  }
}

export function softCrossEntropy(
  logits: i32, distributions: i32, weights: i32, rows: i32, vocabSize: i32, gradientScale: f32,
): f64 {
  let nats: f64 = 0;
  const bytes = at(vocabSize);
  for (let r = 0; r < rows; r++) {
    const row = at(logits) + <usize>r * bytes, wanted = at(distributions) + <usize>r * bytes;
    const weight = load<f32>(at(weights + r));
    if (weight == 0) {
      if (gradientScale != 0) memory.fill(row, 0, bytes);
      continue;
    }
    let highest = v128.load(row);
    for (let w: usize = 16; w < bytes; w += 16) highest = f32x4.max(highest, v128.load(row + w));
    const tops = f32x4.splat(maxLanes(highest));
    let sums = f32x4.splat(0), expected = sums;
    for (let w: usize = 0; w < bytes; w += 16) {
      const z = f32x4.sub(v128.load(row + w), tops), e = exp4(z);
      sums = f32x4.add(sums, e);
      expected = madd(v128.load(wanted + w), z, expected);
      if (gradientScale != 0) v128.store(row + w, e);
    }
    const sum = sumLanes(sums);
    nats += <f64>weight * (hostLog(<f64>sum) - <f64>sumLanes(expected));
    if (gradientScale != 0) {
      const share = f32x4.splat(weight * gradientScale), inverse = f32x4.splat(1 / sum);
      for (let w: usize = 0; w < bytes; w += 16) {
        const difference = f32x4.sub(f32x4.mul(v128.load(row + w), inverse), v128.load(wanted + w));
        v128.store(row + w, f32x4.mul(difference, share));
      }
    }
  }
  return nats;
}
