/** Rotary positions, causal softmax and its gradient; the interface is described in kernels.ts. */

import { at, exp4, madd, maxLanes, sumLanes } from './simd.as';

export function rotate(
  qkv: i32, positions: i32, rotations: i32, rows: i32, width: i32, headWidth: i32, direction: f32,
): void {
  const bytes = at(width), headBytes = at(headWidth);
  const signs = f32x4.mul(f32x4(-1, 1, -1, 1), f32x4.splat(direction));
  let row = at(qkv);
  for (let r = 0; r < rows; r++) {
    const angles = at(rotations) + <usize>load<i32>(at(positions + r)) * headBytes;
    for (let head: usize = 0; head < 2 * bytes; head += headBytes) {
      for (let w: usize = 0; w < headBytes; w += 16) {
        const angle = v128.load(angles + w), x = v128.load(row + head + w);
        const cosines = v128.shuffle<f32>(angle, angle, 0, 0, 2, 2), sines = v128.shuffle<f32>(angle, angle, 1, 1, 3, 3);
        const swapped = v128.shuffle<f32>(x, x, 1, 0, 3, 2);
        v128.store(row + head + w, madd(swapped, f32x4.mul(sines, signs), f32x4.mul(x, cosines)));
      }
    }
    row += 3 * bytes;
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
