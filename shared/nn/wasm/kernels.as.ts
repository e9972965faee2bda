/**
 * The kernels for elements, embeddings, norms, loss and optimizer in AssemblyScript SIMD; the interface is described in
 * kernels.ts. build.mjs compiles this module twice: with fused multiply-add (relaxed SIMD) and without. There is no static
 * data and no allocation, so the heap may lie anywhere in the imported memory.
 */

import { at, exp4, madd, maxLanes, sumLanes } from './simd.as';

export { causalSoftmax, causalSoftmaxGradient, rotate } from './attention.as';
export { cachedAttention, softCrossEntropy, softmaxRows } from './decoding.as';
export { gruGates, gruGatesGradient } from './gru.as';
export { gemm, transpose, usePacking } from './matrix.as';

/** The host's, because AssemblyScript's own logarithm keeps a table in the memory, which the heap would overwrite. */
@external("env", "log") declare function hostLog(x: f64): f64;

export function fillZero(target: i32, size: i32): void {
  memory.fill(at(target), 0, at(size));
}

export function broadcastRow(row: i32, target: i32, rows: i32, columns: i32): void {
  let t = at(target);
  for (let r = 0; r < rows; r++) {
    memory.copy(t, at(row), at(columns));
    t += at(columns);
  }
}

export function addColumnSums(source: i32, target: i32, rows: i32, columns: i32): void {
  let s = at(source);
  for (let r = 0; r < rows; r++) {
    let t = at(target);
    for (let c = 0; c < columns; c += 4) {
      v128.store(t, f32x4.add(v128.load(t), v128.load(s)));
      t += 16; s += 16;
    }
  }
}

export function addRowAndResidual(row: i32, residual: i32, target: i32, rows: i32, columns: i32): void {
  let t = at(target), x = at(residual);
  for (let r = 0; r < rows; r++) {
    let b = at(row);
    for (let c = 0; c < columns; c += 4) {
      v128.store(t, f32x4.add(v128.load(b), v128.load(x)));
      t += 16; x += 16; b += 16;
    }
  }
}

export function squaredRelu(values: i32, size: i32): void {
  const zero = f32x4.splat(0);
  let v = at(values);
  for (let i = 0; i < size; i += 4) {
    const x = f32x4.max(v128.load(v), zero);
    v128.store(v, f32x4.mul(x, x));
    v += 16;
  }
}

export function squaredReluGradient(activated: i32, gradient: i32, size: i32): void {
  const two = f32x4.splat(2);
  let v = at(activated), g = at(gradient);
  for (let i = 0; i < size; i += 4) {
    v128.store(g, f32x4.mul(v128.load(g), f32x4.mul(two, f32x4.sqrt(v128.load(v)))));
    v += 16; g += 16;
  }
}

export function previousTokens(tokens: i32, positions: i32, target: i32, rows: i32): void {
  for (let r = 0; r < rows; r++) {
    store<i32>(at(target + r), load<i32>(at(positions + r)) == 0 ? 0 : load<i32>(at(tokens + r - 1)));
  }
}

export function lookUp(ids: i32, table: i32, target: i32, rows: i32, width: i32): void {
  const bytes = at(width);
  for (let r = 0; r < rows; r++) {
    memory.copy(at(target + r * width), at(table) + <usize>load<i32>(at(ids + r)) * bytes, bytes);
  }
}

export function addLookedUp(ids: i32, table: i32, target: i32, rows: i32, width: i32, step: i32): void {
  for (let r = 0; r < rows; r++) {
    addRow(at(table) + <usize>load<i32>(at(ids + r)) * at(width), at(target + r * step), width);
  }
}

export function lookUpGradient(
  ids: i32, gradient: i32, tableGradient: i32, rows: i32, width: i32, step: i32,
): void {
  for (let r = 0; r < rows; r++) {
    addRow(at(gradient + r * step), at(tableGradient) + <usize>load<i32>(at(ids + r)) * at(width), width);
  }
}

@inline function addRow(source: usize, target: usize, width: i32): void {
  for (let c = 0; c < width; c += 4) {
    v128.store(target, f32x4.add(v128.load(target), v128.load(source)));
    target += 16; source += 16;
  }
}

export function layerNorm(x: i32, gain: i32, bias: i32, y: i32, statistics: i32, rows: i32, width: i32): void {
  const inverse: f32 = 1 / <f32>width;
  const bytes = at(width);
  let source = at(x), target = at(y), s = at(statistics);
  for (let r = 0; r < rows; r++) {
    let sum = f32x4.splat(0), squares = sum;
    for (let w: usize = 0; w < bytes; w += 16) sum = f32x4.add(sum, v128.load(source + w));
    const mean = sumLanes(sum) * inverse, means = f32x4.splat(mean);
    for (let w: usize = 0; w < bytes; w += 16) {
      const centered = f32x4.sub(v128.load(source + w), means);
      squares = madd(centered, centered, squares);
    }
    const scale: f32 = 1 / sqrt<f32>(sumLanes(squares) * inverse + 1e-5);
    const scales = f32x4.splat(scale);
    store<f32>(s, mean);
    store<f32>(s + 4, scale);
    for (let w: usize = 0; w < bytes; w += 16) {
      const normalized = f32x4.mul(f32x4.sub(v128.load(source + w), means), scales);
      v128.store(target + w, madd(normalized, v128.load(at(gain) + w), v128.load(at(bias) + w)));
    }
    source += bytes; target += bytes; s += 8;
  }
}

export function layerNormGradient(
  dy: i32, x: i32, gain: i32, statistics: i32, dGain: i32, dBias: i32, dx: i32,
  rows: i32, width: i32, accumulate: i32,
): void {
  const inverse: f32 = 1 / <f32>width;
  const bytes = at(width), dg = at(dGain), db = at(dBias), g = at(gain);
  let source = at(x), incoming = at(dy), target = at(dx), s = at(statistics);
  for (let r = 0; r < rows; r++) {
    const means = f32x4.splat(load<f32>(s)), scales = f32x4.splat(load<f32>(s + 4));
    let sum = f32x4.splat(0), product = sum;
    for (let w: usize = 0; w < bytes; w += 16) {
      const normalized = f32x4.mul(f32x4.sub(v128.load(source + w), means), scales);
      const u = v128.load(incoming + w);
      const t = f32x4.mul(u, v128.load(g + w));
      sum = f32x4.add(sum, t);
      product = madd(t, normalized, product);
      v128.store(dg + w, madd(u, normalized, v128.load(dg + w)));
      v128.store(db + w, f32x4.add(u, v128.load(db + w)));
    }
    const meanSum = f32x4.splat(sumLanes(sum) * inverse), meanProduct = f32x4.splat(sumLanes(product) * inverse);
    for (let w: usize = 0; w < bytes; w += 16) {
      const normalized = f32x4.mul(f32x4.sub(v128.load(source + w), means), scales);
      const t = f32x4.mul(v128.load(incoming + w), v128.load(g + w));
      let z = f32x4.mul(scales, f32x4.sub(f32x4.sub(t, meanSum), f32x4.mul(normalized, meanProduct)));
      if (accumulate) z = f32x4.add(z, v128.load(target + w));
      v128.store(target + w, z);
    }
    source += bytes; incoming += bytes; target += bytes; s += 8;
  }
}

export function crossEntropy(
  logits: i32, targets: i32, weights: i32, rows: i32, vocabSize: i32, gradientScale: f32,
): f64 {
  let nats: f64 = 0;
  const bytes = at(vocabSize);
  for (let r = 0; r < rows; r++) {
    const row = at(logits) + <usize>r * bytes;
    const weight = load<f32>(at(weights + r));
    if (weight == 0) {
      if (gradientScale != 0) memory.fill(row, 0, bytes);
      continue;
    }
    let highest = v128.load(row);
    for (let w: usize = 16; w < bytes; w += 16) highest = f32x4.max(highest, v128.load(row + w));
    const top = maxLanes(highest), tops = f32x4.splat(top);
    const target = row + at(load<i32>(at(targets + r)));
    const targetLogit = load<f32>(target);
    let sums = f32x4.splat(0);
    for (let w: usize = 0; w < bytes; w += 16) {
      const e = exp4(f32x4.sub(v128.load(row + w), tops));
      sums = f32x4.add(sums, e);
      if (gradientScale != 0) v128.store(row + w, e);
    }
    const sum = sumLanes(sums);
    nats += <f64>weight * (hostLog(<f64>sum) + <f64>top - <f64>targetLogit);
    if (gradientScale != 0) {
      const share = weight * gradientScale, factor = f32x4.splat(share / sum);
      for (let w: usize = 0; w < bytes; w += 16) v128.store(row + w, f32x4.mul(v128.load(row + w), factor));
      store<f32>(target, load<f32>(target) - share);
    }
  }
  return nats;
}

export function sumOfSquares(values: i32, size: i32): f64 {
  let total: f64 = 0;
  let v = at(values);
  for (let start = 0; start < size; start += 1024) {
    const end = min(size, start + 1024);
    let sum = f32x4.splat(0);
    for (let i = start; i < end; i += 4) {
      const x = v128.load(v);
      sum = madd(x, x, sum);
      v += 16;
    }
    total += <f64>sumLanes(sum);
  }
  return total;
}

export function adamW(
  weights: i32, gradients: i32, first: i32, second: i32, size: i32,
  learningRate: f32, weightDecay: f32, gradientScale: f32, correction1: f32, correction2: f32,
): void {
  const keep1 = f32x4.splat(0.9), new1 = f32x4.splat(0.1), keep2 = f32x4.splat(0.99), new2 = f32x4.splat(0.01);
  const rate = f32x4.splat(learningRate), decay = f32x4.splat(weightDecay), scale = f32x4.splat(gradientScale);
  const c1 = f32x4.splat(correction1), c2 = f32x4.splat(correction2), epsilon = f32x4.splat(1e-8);
  let w = at(weights), g = at(gradients), m = at(first), v = at(second);
  for (let i = 0; i < size; i += 4) {
    const q = f32x4.mul(v128.load(g), scale);
    const mean = madd(keep1, v128.load(m), f32x4.mul(new1, q));
    const square = madd(keep2, v128.load(v), f32x4.mul(new2, f32x4.mul(q, q)));
    v128.store(m, mean);
    v128.store(v, square);
    const weight = v128.load(w);
    const change = f32x4.div(f32x4.mul(mean, c1), f32x4.add(f32x4.sqrt(f32x4.mul(square, c2)), epsilon));
    v128.store(w, f32x4.sub(weight, f32x4.mul(rate, madd(decay, weight, change))));
    w += 16; g += 16; m += 16; v += 16;
  }
}
