/** Half-precision floats (IEEE 754 binary16): 11 bits of precision, at most 65504, in two bytes. */

const floats = new Float32Array(1);
const bits = new Uint32Array(floats.buffer);

/** The 16 bits of the half nearest to a number, ties to even; too large a number becomes an infinity. */
export function toHalf(value: number): number {
  floats[0] = value;
  const sign = (bits[0] >>> 16) & 0x8000;
  const magnitude = bits[0] & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00;
  if (magnitude >= 0x477ff000) return sign | 0x7c00;
  if (magnitude < 0x38800000) {
    // Below 2^-14 halves are evenly spaced by 2^-24: adding 0.5 rounds there, as floats are spaced so from 0.5 on.
    bits[0] = magnitude;
    floats[0] += 0.5;
    return sign | (bits[0] - 0x3f000000);
  }
  const rounded = magnitude - 0x38000000 + 0xfff + ((magnitude >>> 13) & 1);
  return sign | (rounded >>> 13);
}

/** The number that 16 bits stand for. */
export function fromHalf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 31;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
