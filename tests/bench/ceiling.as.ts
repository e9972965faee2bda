/** What a core can do: fused multiply-adds on numbers that never leave the registers, with nothing to wait for. */

/** Floating-point operations of one iteration: 24 fused multiply-adds of 4 lanes, 2 operations each. */
export const FLOPS_PER_ITERATION: i32 = 192;

/** Twelve independent sums hide the latency of the units; the result keeps the compiler from leaving them out. */
export function multiplyAdd(iterations: i32, factor: f32): f32 {
  const x = f32x4.splat(factor), y = f32x4.splat(1e-6);
  let s0 = y, s1 = y, s2 = y, s3 = y, s4 = y, s5 = y, s6 = y, s7 = y, s8 = y, s9 = y, s10 = y, s11 = y;
  for (let i = 0; i < iterations; i++) {
    s0 = f32x4.relaxed_madd(x, y, s0); s1 = f32x4.relaxed_madd(x, y, s1); s2 = f32x4.relaxed_madd(x, y, s2);
    s3 = f32x4.relaxed_madd(x, y, s3); s4 = f32x4.relaxed_madd(x, y, s4); s5 = f32x4.relaxed_madd(x, y, s5);
    s6 = f32x4.relaxed_madd(x, y, s6); s7 = f32x4.relaxed_madd(x, y, s7); s8 = f32x4.relaxed_madd(x, y, s8);
    s9 = f32x4.relaxed_madd(x, y, s9); s10 = f32x4.relaxed_madd(x, y, s10); s11 = f32x4.relaxed_madd(x, y, s11);
    s0 = f32x4.relaxed_madd(x, y, s0); s1 = f32x4.relaxed_madd(x, y, s1); s2 = f32x4.relaxed_madd(x, y, s2);
    s3 = f32x4.relaxed_madd(x, y, s3); s4 = f32x4.relaxed_madd(x, y, s4); s5 = f32x4.relaxed_madd(x, y, s5);
    s6 = f32x4.relaxed_madd(x, y, s6); s7 = f32x4.relaxed_madd(x, y, s7); s8 = f32x4.relaxed_madd(x, y, s8);
    s9 = f32x4.relaxed_madd(x, y, s9); s10 = f32x4.relaxed_madd(x, y, s10); s11 = f32x4.relaxed_madd(x, y, s11);
  }
  const a = f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)), b = f32x4.add(f32x4.add(s4, s5), f32x4.add(s6, s7));
  const sum = f32x4.add(f32x4.add(a, b), f32x4.add(f32x4.add(s8, s9), f32x4.add(s10, s11)));
  return f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 3);
}
