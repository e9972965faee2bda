/** What the kernels share: addresses, fused multiply-add, sums over lanes and a fast exponential. */

@inline export function at(offset: i32): usize {
  return <usize>offset << 2;
}

/** a * b + c, rounded once where the device has it. */
@inline export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

@inline export function sumLanes(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  );
}

@inline export function maxLanes(v: v128): f32 {
  return max(
    max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

/** exp(x) for x <= 0: 2^k times a polynomial of the remainder (Cephes expf coefficients), about 1e-7 relative. */
@inline export function exp4(x: v128): v128 {
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

/** 1 / (1 + exp(-x)). */
@inline export function sigmoid4(x: v128): v128 {
  const one = f32x4.splat(1), e = exp4(f32x4.neg(f32x4.abs(x)));
  const above = f32x4.div(one, f32x4.add(one, e));
  return v128.bitselect(above, f32x4.mul(e, above), f32x4.ge(x, f32x4.splat(0)));
}
