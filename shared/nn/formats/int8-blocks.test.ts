import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { areSound, BLOCK, decodeBlocks, encodeBlocks, withErrorFeedback } from './int8-blocks.ts';

/** Changes of very different sizes, as the tensors of one model have them. */
function changes(count: number, seed: number): Float32Array<ArrayBuffer> {
  const random = createRandom(seed);
  return Float32Array.from({ length: count }, (_, i) => (random.next() - 0.5) * 10 ** -(i % 7));
}

describe('int8 blocks', () => {
  it('keep every number to within half a step of its own block', () => {
    const numbers = changes(1000, 1);
    const back = decodeBlocks(encodeBlocks(numbers));
    numbers.forEach((number, i) => {
      const block = numbers.subarray(i - (i % BLOCK), i - (i % BLOCK) + BLOCK);
      const largest = Math.max(...block.map(Math.abs));
      expect(Math.abs(back[i] - number)).toBeLessThanOrEqual(largest / 63.5 / 2 + 1e-12);
    });
  });

  it('change nothing when they are rounded again', () => {
    const once = decodeBlocks(encodeBlocks(changes(1000, 2)));
    expect(decodeBlocks(encodeBlocks(once))).toEqual(once);
  });

  it('take little more than a byte for each number', () => {
    const { values, exponents } = encodeBlocks(changes(3200, 3));
    expect(values.byteLength + exponents.byteLength).toBe(3300);
  });

  it.each([0, 127, -127, 127.0001, 1e-44, 2 ** 126, -3e38 / 8])('hold %d within one in 63', (number) => {
    const [back] = decodeBlocks(encodeBlocks(Float32Array.of(number)));
    expect(Math.abs(back - number)).toBeLessThanOrEqual(Math.max(2 ** -127, Math.abs(number) / 63));
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 3e38])('mark a block with %d as unsound', (number) => {
    const blocks = encodeBlocks(Float32Array.of(1, number, 1));
    expect(areSound(blocks)).toBe(false);
    expect(areSound(encodeBlocks(Float32Array.of(1, 2, 3)))).toBe(true);
  });
});

describe('error feedback', () => {
  it('lets nothing get lost over many rounds, where plain rounding drops what is small', () => {
    /* One large number a block, and beside it ones far below half a step. */
    const small = 0.001;
    const change = Float32Array.from({ length: BLOCK }, (_, i) => (i === 0 ? 1 : small));
    const rounds = 100;
    let owed: Float32Array | null = null;
    const sum = new Float64Array(BLOCK);
    for (let round = 0; round < rounds; round++) {
      const { sent, residual } = withErrorFeedback(change, owed);
      sent.forEach((value, i) => (sum[i] += value));
      owed = residual;
    }
    expect(decodeBlocks(encodeBlocks(change))[1]).toBe(0);
    expect(Math.abs(sum[1] - rounds * small)).toBeLessThan(1 / 63);
  });

  it('sends and owes together exactly what was wanted', () => {
    const change = changes(320, 4);
    const { sent, residual } = withErrorFeedback(change, null);
    change.forEach((value, i) => expect(sent[i] + residual[i]).toBeCloseTo(value, 7));
  });
});
