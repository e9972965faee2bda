/**
 * The kernels of kernels.ts in AssemblyScript SIMD, over an imported memory. Compiled twice by build.mjs: with fused
 * multiply-add (relaxed SIMD) and without. All offsets are in floats from the start of the memory; all widths are
 * multiples of 4. There is no static data and no allocation, so the arena may lie anywhere.
 */

// @ts-ignore: imported, because AssemblyScript's own log keeps a table in the memory that the arena would overwrite
@external("env", "log") declare function hostLog(x: f64): f64;

const LOWER_OUTPUT: i32 = 1;
const LOWER_LEFT: i32 = 2;
const UPPER_LEFT: i32 = 3;

// @ts-ignore: decorator
@inline function at(offset: i32): usize {
  return <usize>offset << 2;
}

/** a * b + c, rounded once where the device has it. */
// @ts-ignore: decorator
@inline function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

// @ts-ignore: decorator
@inline function sumLanes(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  );
}

// @ts-ignore: decorator
@inline function maxLanes(v: v128): f32 {
  return max(
    max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

/** exp(x) for x <= 0: 2^k times a polynomial of the remainder (Cephes expf coefficients), about 1e-7 relative. */
// @ts-ignore: decorator
@inline function exp4(x: v128): v128 {
  x = f32x4.max(x, f32x4.splat(-87.0));
  const k = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.4426950408889634)));
  let r = madd(k, f32x4.splat(-0.693359375), x);
  r = madd(k, f32x4.splat(2.12194440e-4), r);
  let p = f32x4.splat(1.9875691500e-4);
  p = madd(p, r, f32x4.splat(1.3981999507e-3));
  p = madd(p, r, f32x4.splat(8.3334519073e-3));
  p = madd(p, r, f32x4.splat(4.1665795894e-2));
  p = madd(p, r, f32x4.splat(1.6666665459e-1));
  p = madd(p, r, f32x4.splat(0.5));
  p = f32x4.add(madd(p, f32x4.mul(r, r), r), f32x4.splat(1));
  const exponent = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(k), i32x4.splat(127)), 23);
  return f32x4.mul(p, exponent);
}

/** C[m, n] (+)= A[m, k] B[k, n] in register tiles of 4 rows x 8 columns. */
export function gemm(
  a: i32, aRow: i32, aColumn: i32, b: i32, bRow: i32, c: i32, cRow: i32,
  m: i32, k: i32, n: i32, accumulate: i32, shape: i32,
): void {
  const sa = at(aRow), sk = at(aColumn), sb = at(bRow), sc = at(cRow);
  const zero = f32x4.splat(0);
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    const columns = shape == LOWER_OUTPUT ? min(n, i + 4) : n;
    const first = shape == UPPER_LEFT ? i : 0;
    const last = shape == LOWER_LEFT ? min(k, i + 4) : k;
    const a0 = at(a) + <usize>i * sa + <usize>first * sk;
    const b0 = at(b) + <usize>first * sb;
    const c0 = at(c) + <usize>i * sc;
    let j = 0;
    for (; j + 8 <= columns; j += 8) {
      const cp = c0 + at(j);
      let r00 = zero, r01 = zero, r10 = zero, r11 = zero, r20 = zero, r21 = zero, r30 = zero, r31 = zero;
      if (accumulate) {
        r00 = v128.load(cp); r01 = v128.load(cp, 16);
        r10 = v128.load(cp + sc); r11 = v128.load(cp + sc, 16);
        r20 = v128.load(cp + 2 * sc); r21 = v128.load(cp + 2 * sc, 16);
        r30 = v128.load(cp + 3 * sc); r31 = v128.load(cp + 3 * sc, 16);
      }
      let ap = a0, bp = b0 + at(j);
      for (let q = first; q < last; q++) {
        const left = v128.load(bp), right = v128.load(bp, 16);
        let s = v128.load32_splat(ap);
        r00 = madd(s, left, r00); r01 = madd(s, right, r01);
        s = v128.load32_splat(ap + sa);
        r10 = madd(s, left, r10); r11 = madd(s, right, r11);
        s = v128.load32_splat(ap + 2 * sa);
        r20 = madd(s, left, r20); r21 = madd(s, right, r21);
        s = v128.load32_splat(ap + 3 * sa);
        r30 = madd(s, left, r30); r31 = madd(s, right, r31);
        ap += sk; bp += sb;
      }
      v128.store(cp, r00); v128.store(cp, r01, 16);
      v128.store(cp + sc, r10); v128.store(cp + sc, r11, 16);
      v128.store(cp + 2 * sc, r20); v128.store(cp + 2 * sc, r21, 16);
      v128.store(cp + 3 * sc, r30); v128.store(cp + 3 * sc, r31, 16);
    }
    for (; j < columns; j += 4) {
      const cp = c0 + at(j);
      let r0 = zero, r1 = zero, r2 = zero, r3 = zero;
      if (accumulate) {
        r0 = v128.load(cp); r1 = v128.load(cp + sc); r2 = v128.load(cp + 2 * sc); r3 = v128.load(cp + 3 * sc);
      }
      let ap = a0, bp = b0 + at(j);
      for (let q = first; q < last; q++) {
        const column = v128.load(bp);
        r0 = madd(v128.load32_splat(ap), column, r0);
        r1 = madd(v128.load32_splat(ap + sa), column, r1);
        r2 = madd(v128.load32_splat(ap + 2 * sa), column, r2);
        r3 = madd(v128.load32_splat(ap + 3 * sa), column, r3);
        ap += sk; bp += sb;
      }
      v128.store(cp, r0); v128.store(cp + sc, r1); v128.store(cp + 2 * sc, r2); v128.store(cp + 3 * sc, r3);
    }
  }
  for (; i < m; i++) {
    const a0 = at(a) + <usize>i * sa, c0 = at(c) + <usize>i * sc;
    for (let j = 0; j < n; j += 4) {
      let r = accumulate ? v128.load(c0 + at(j)) : zero;
      let ap = a0, bp = at(b) + at(j);
      for (let q = 0; q < k; q++) {
        r = madd(v128.load32_splat(ap), v128.load(bp), r);
        ap += sk; bp += sb;
      }
      v128.store(c0 + at(j), r);
    }
  }
}

/** target[columns, rows] = source[rows, columns] transposed, in 4 x 4 tiles. */
export function transpose(source: i32, sourceRow: i32, rows: i32, columns: i32, target: i32): void {
  const ss = at(sourceRow), st = at(rows);
  for (let r = 0; r < rows; r += 4) {
    for (let c = 0; c < columns; c += 4) {
      const s = at(source) + <usize>r * ss + at(c);
      const r0 = v128.load(s), r1 = v128.load(s + ss), r2 = v128.load(s + 2 * ss), r3 = v128.load(s + 3 * ss);
      const t0 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5), t1 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
      const t2 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5), t3 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
      const t = at(target) + <usize>c * st + at(r);
      v128.store(t, v128.shuffle<f32>(t0, t2, 0, 1, 4, 5));
      v128.store(t + st, v128.shuffle<f32>(t0, t2, 2, 3, 6, 7));
      v128.store(t + 2 * st, v128.shuffle<f32>(t1, t3, 0, 1, 4, 5));
      v128.store(t + 3 * st, v128.shuffle<f32>(t1, t3, 2, 3, 6, 7));
    }
  }
}

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

export function relu(values: i32, size: i32): void {
  const zero = f32x4.splat(0);
  let v = at(values);
  for (let i = 0; i < size; i += 4) {
    v128.store(v, f32x4.max(v128.load(v), zero));
    v += 16;
  }
}

export function reluGradient(activated: i32, gradient: i32, size: i32): void {
  const zero = f32x4.splat(0);
  let v = at(activated), g = at(gradient);
  for (let i = 0; i < size; i += 4) {
    v128.store(g, v128.and(v128.load(g), f32x4.gt(v128.load(v), zero)));
    v += 16; g += 16;
  }
}

export function embed(
  tokens: i32, positions: i32, tokenTable: i32, positionTable: i32, target: i32, rows: i32, width: i32,
): void {
  let y = at(target);
  for (let r = 0; r < rows; r++) {
    let e = at(tokenTable) + <usize>load<i32>(at(tokens + r)) * at(width);
    let p = at(positionTable) + <usize>load<i32>(at(positions + r)) * at(width);
    for (let c = 0; c < width; c += 4) {
      v128.store(y, f32x4.add(v128.load(e), v128.load(p)));
      y += 16; e += 16; p += 16;
    }
  }
}

export function embedGradient(
  tokens: i32, positions: i32, gradient: i32, tokenGradient: i32, positionGradient: i32, rows: i32, width: i32,
): void {
  let y = at(gradient);
  for (let r = 0; r < rows; r++) {
    let e = at(tokenGradient) + <usize>load<i32>(at(tokens + r)) * at(width);
    let p = at(positionGradient) + <usize>load<i32>(at(positions + r)) * at(width);
    for (let c = 0; c < width; c += 4) {
      const g = v128.load(y);
      v128.store(e, f32x4.add(v128.load(e), g));
      v128.store(p, f32x4.add(v128.load(p), g));
      y += 16; e += 16; p += 16;
    }
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

export function causalSoftmax(scores: i32, length: i32, scale: f32): void {
  const scales = f32x4.splat(scale), lanes = i32x4(0, 1, 2, 3), never = f32x4.splat(-1e30);
  for (let i = 0; i < length; i++) {
    const row = at(scores + i * length);
    const end = i + 1, query = i32x4.splat(i);
    let highest = never;
    for (let j = 0; j < end; j += 4) {
      const seen = i32x4.le_s(i32x4.add(lanes, i32x4.splat(j)), query);
      const z = v128.bitselect(f32x4.mul(v128.load(row + at(j)), scales), never, seen);
      v128.store(row + at(j), z);
      highest = f32x4.max(highest, z);
    }
    const top = f32x4.splat(maxLanes(highest));
    let sum = f32x4.splat(0);
    let j = 0;
    for (; j < end; j += 4) {
      const seen = i32x4.le_s(i32x4.add(lanes, i32x4.splat(j)), query);
      const e = v128.and(exp4(f32x4.sub(v128.load(row + at(j)), top)), seen);
      v128.store(row + at(j), e);
      sum = f32x4.add(sum, e);
    }
    const inverse = f32x4.splat(1 / sumLanes(sum));
    for (let q = 0; q < end; q += 4) v128.store(row + at(q), f32x4.mul(v128.load(row + at(q)), inverse));
    for (; j < length; j += 4) v128.store(row + at(j), f32x4.splat(0));
  }
}

export function causalSoftmaxGradient(probabilities: i32, gradient: i32, length: i32, scale: f32): void {
  const scales = f32x4.splat(scale);
  for (let i = 0; i < length; i++) {
    const p = at(probabilities + i * length), g = at(gradient + i * length);
    let dot = f32x4.splat(0);
    let j = 0;
    for (; j <= i; j += 4) dot = madd(v128.load(p + at(j)), v128.load(g + at(j)), dot);
    const dots = f32x4.splat(sumLanes(dot));
    for (let q = 0; q <= i; q += 4) {
      const centered = f32x4.sub(v128.load(g + at(q)), dots);
      v128.store(g + at(q), f32x4.mul(f32x4.mul(v128.load(p + at(q)), centered), scales));
    }
    for (; j < length; j += 4) v128.store(g + at(j), f32x4.splat(0));
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

export function cachedAttention(
  qkv: i32, keyCache: i32, valueCache: i32, slots: i32, positions: i32, scores: i32, output: i32,
  rows: i32, heads: i32, headWidth: i32, contextLength: i32,
): void {
  const width = heads * headWidth, bytes = at(width), headBytes = at(headWidth);
  const scale: f32 = 1 / sqrt<f32>(<f32>headWidth), s = at(scores);
  for (let r = 0; r < rows; r++) {
    const position = load<i32>(at(positions + r));
    const cache = <usize>(load<i32>(at(slots + r)) * contextLength) * bytes;
    const keys = at(keyCache) + cache, values = at(valueCache) + cache;
    const row = at(qkv) + <usize>r * 3 * bytes, out = at(output) + <usize>r * bytes;
    memory.copy(keys + <usize>position * bytes, row + bytes, bytes);
    memory.copy(values + <usize>position * bytes, row + 2 * bytes, bytes);
    for (let h = 0; h < heads; h++) {
      const head = <usize>h * headBytes;
      let top: f32 = -1e30;
      for (let j = 0; j <= position; j++) {
        const key = keys + <usize>j * bytes + head;
        let dot = f32x4.splat(0);
        for (let w: usize = 0; w < headBytes; w += 16) dot = madd(v128.load(row + head + w), v128.load(key + w), dot);
        const z = sumLanes(dot) * scale;
        store<f32>(s + at(j), z);
        top = max(top, z);
      }
      for (let w: usize = 0; w < headBytes; w += 16) v128.store(out + head + w, f32x4.splat(0));
      let sum: f32 = 0;
      for (let j = 0; j <= position; j++) {
        const e = exp4(f32x4.splat(load<f32>(s + at(j)) - top));
        sum += f32x4.extract_lane(e, 0);
        const value = values + <usize>j * bytes + head;
        for (let w: usize = 0; w < headBytes; w += 16) {
          v128.store(out + head + w, madd(e, v128.load(value + w), v128.load(out + head + w)));
        }
      }
      const inverse = f32x4.splat(1 / sum);
      for (let w: usize = 0; w < headBytes; w += 16) {
        v128.store(out + head + w, f32x4.mul(v128.load(out + head + w), inverse));
      }
    }
  }
}
