/**
 * Numbers as int8 with a shared power of two for every 32 of them: the MXINT8 format of the Open Compute Project
 * (OCP Microscaling Formats, 2023) but for its fixed point, and error feedback for what the rounding leaves out.
 */

/** Numbers that share a scale. */
export const BLOCK = 32;
/** A scale is 2^(exponent - BIAS), as in E8M0. */
const BIAS = 127;
/** Stands for "no number"; the format has one such value, and no update with it is taken. */
const NOT_A_NUMBER = 255;
/** Largest magnitude of a value; -128 is not used, so that both signs reach as far. */
const LARGEST = 127;
/** The largest exponent with which 127 is still finite in single precision. */
const MAX_EXPONENT = BIAS + 120;

export interface Int8Blocks {
  /** [count]: -127..127. */
  values: Int8Array<ArrayBuffer>;
  /** [ceil(count / BLOCK)]: biased exponents; 255 marks a block that holds something that is no number. */
  exponents: Uint8Array<ArrayBuffer>;
}

/** The smallest exponent with which this magnitude fits in 127 steps. */
function exponentFor(magnitude: number): number {
  if (!Number.isFinite(magnitude)) return NOT_A_NUMBER;
  if (magnitude === 0) return 0;
  const exponent = BIAS + Math.ceil(Math.log2(magnitude / LARGEST));
  /* The logarithm is rounded, so a neighbour may be the right one. */
  const fits = (candidate: number): boolean => magnitude <= LARGEST * 2 ** (candidate - BIAS);
  const least = fits(exponent) ? (fits(exponent - 1) ? exponent - 1 : exponent) : exponent + 1;
  return least > MAX_EXPONENT ? NOT_A_NUMBER : Math.max(0, least);
}

/**
 * Rounds to the nearest value of each block. Encoding what `decodeBlocks` gave back changes nothing, since scales are
 * powers of two.
 */
export function encodeBlocks(numbers: Float32Array): Int8Blocks {
  const values = new Int8Array(numbers.length);
  const exponents = new Uint8Array(Math.ceil(numbers.length / BLOCK));
  for (let block = 0; block < exponents.length; block++) {
    const start = block * BLOCK;
    const end = Math.min(numbers.length, start + BLOCK);
    let magnitude = 0;
    for (let i = start; i < end; i++) {
      const own = Math.abs(numbers[i]);
      /* Written so that NaN wins. */
      if (!(own <= magnitude)) magnitude = own;
      if (Number.isNaN(own)) break;
    }
    exponents[block] = exponentFor(magnitude);
    if (exponents[block] === NOT_A_NUMBER) continue;
    const perStep = 2 ** (BIAS - exponents[block]);
    for (let i = start; i < end; i++) values[i] = Math.round(numbers[i] * perStep);
  }
  return { values, exponents };
}

/** Whether the blocks are as `encodeBlocks` makes them: the right number, every value allowed, every scale finite. */
export function areSound({ values, exponents }: Int8Blocks): boolean {
  if (exponents.length !== Math.ceil(values.length / BLOCK)) return false;
  for (let i = 0; i < exponents.length; i++) if (exponents[i] > MAX_EXPONENT) return false;
  for (let i = 0; i < values.length; i++) if (values[i] < -LARGEST) return false;
  return true;
}

/** The numbers that the blocks stand for, exact in single precision. */
export function decodeBlocks({ values, exponents }: Int8Blocks): Float32Array<ArrayBuffer> {
  const numbers = new Float32Array(values.length);
  for (let block = 0; block < exponents.length; block++) {
    const scale = 2 ** (exponents[block] - BIAS);
    const end = Math.min(values.length, (block + 1) * BLOCK);
    for (let i = block * BLOCK; i < end; i++) numbers[i] = values[i] * scale;
  }
  return numbers;
}

/**
 * What goes out of a change after rounding, and what the next change owes: error feedback (Seide et al., 2014;
 * Karimireddy et al., 2019). `owed` is the residual of the last change that counted, null for none.
 */
export function withErrorFeedback(
  change: Float32Array,
  owed: Float32Array | null,
): { sent: Float32Array<ArrayBuffer>; residual: Float32Array<ArrayBuffer> } {
  const wanted = owed ? change.map((value, i) => value + owed[i]) : new Float32Array(change);
  const sent = decodeBlocks(encodeBlocks(wanted));
  return { sent, residual: wanted.map((value, i) => value - sent[i]) };
}
