/** How the next token is chosen. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { argmax, chooseToken, probabilities } from './decoding.ts';

/** Probabilities 0.5, 0.3, 0.15 and 0.05. */
const LOGITS = Float32Array.from([0.3, 0.5, 0.05, 0.15].map(Math.log));

function frequencies(temperature: number, topP: number, draws = 4000): number[] {
  const random = createRandom(7);
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < draws; i++) counts[chooseToken(LOGITS, { temperature, topP }, random)]++;
  return counts.map((count) => count / draws);
}

describe('choosing a token', () => {
  it('is the likeliest one at temperature 0, whatever the chance', () => {
    expect(frequencies(0, 1, 10)).toEqual([0, 1, 0, 0]);
    expect(argmax(Float32Array.from([1, 3, 3]))).toBe(1);
  });

  it('follows the model at temperature 1', () => {
    const [a, b, c, d] = frequencies(1, 1);
    expect(a).toBeCloseTo(0.3, 1);
    expect(b).toBeCloseTo(0.5, 1);
    expect(c).toBeCloseTo(0.05, 1);
    expect(d).toBeCloseTo(0.15, 1);
  });

  it('sharpens below temperature 1', () => {
    expect(frequencies(0.5, 1)[1]).toBeGreaterThan(0.6);
  });

  it('keeps only the nucleus, the token that crosses the line included', () => {
    expect(frequencies(1, 0.7)[2]).toBe(0);
    expect(frequencies(1, 0.7)[3]).toBe(0);
    expect(frequencies(1, 0.7)[0]).toBeCloseTo(0.375, 1);
    expect(frequencies(1, 0.4)).toEqual([0, 1, 0, 0]);
    expect(frequencies(1, 0)).toEqual([0, 1, 0, 0]);
  });

  it('takes the lower ids of equally likely tokens into the nucleus', () => {
    const random = createRandom(1);
    const drawn = new Set<number>();
    for (let i = 0; i < 200; i++) {
      drawn.add(chooseToken(new Float32Array(4), { temperature: 1, topP: 0.5 }, random));
    }
    expect([...drawn].sort()).toEqual([0, 1]);
  });

  it('gives probabilities that sum to 1, also for huge logits', () => {
    const sum = probabilities(Float32Array.from([1000, 999, -1000])).reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(1);
  });
});
