/** How the next token is chosen. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { argmax, chooseToken, drawToken, forbid, penalize, probabilities, topCandidates } from './choice.ts';

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

  it('keeps only the k likeliest, and the nucleus of those', () => {
    const random = createRandom(3);
    const drawn = (topK: number, topP: number): number[] => {
      const tokens = new Set<number>();
      for (let i = 0; i < 300; i++) tokens.add(chooseToken(LOGITS, { temperature: 1, topP, topK }, random));
      return [...tokens].sort();
    };
    expect(drawn(2, 1)).toEqual([0, 1]);
    expect(drawn(3, 1)).toEqual([0, 1, 3]);
    expect(drawn(0, 1)).toEqual([0, 1, 2, 3]);
    // Of the two likeliest, 0.5 and 0.3, the first alone has 0.625 of the chance.
    expect(drawn(2, 0.6)).toEqual([1]);
    expect(drawn(2, 0.7)).toEqual([0, 1]);
  });

  it('keeps the set that sorting would keep, for distributions of every kind', () => {
    const random = createRandom(11);
    for (let round = 0; round < 300; round++) {
      const size = 1 + random.int(60);
      const levels = 1 + random.int(8);
      const raw = Array.from({ length: size }, () =>
        round % 2 ? random.next() ** 6 : 1 + random.int(levels),
      );
      const sum = raw.reduce((a, b) => a + b, 0);
      const chances = Float32Array.from(raw, (value) => value / sum);
      const topP = random.next();
      const order = Array.from(chances.keys()).sort((a, b) => chances[b] - chances[a] || a - b);
      let mass = 0;
      const kept = order.filter((id) => {
        const isNeeded = mass < topP - 1e-6;
        mass += chances[id];
        return isNeeded;
      });
      const top = { ...random, next: () => 1 - 1e-9 };
      const bottom = { ...random, next: () => 0 };
      expect(drawToken(chances, { topP }, top)).toBe(Math.max(...kept));
      expect(drawToken(chances, { topP }, bottom)).toBe(Math.min(...kept));
      const topK = 1 + random.int(size);
      expect(drawToken(chances, { topP: 1, topK }, top)).toBe(Math.max(...order.slice(0, topK)));
    }
  });

  it('never draws what is forbidden', () => {
    const logits = LOGITS.slice();
    forbid(logits, Uint8Array.of(0, 0, 1, 0));
    for (const temperature of [0, 1, 100]) {
      expect(chooseToken(logits, { temperature, topP: 1 }, createRandom(1))).toBe(2);
    }
  });

  it('makes seen tokens less likely, above and below 0', () => {
    const logits = Float32Array.of(2, -2, 2, -2);
    penalize(logits, new Set([0, 1]), 2);
    expect([...logits]).toEqual([1, -4, 2, -2]);
  });

  it('lists the likeliest candidates with their chances', () => {
    const [first, second] = topCandidates(probabilities(LOGITS), 2);
    expect([first.token, second.token]).toEqual([1, 0]);
    expect(first.chance).toBeCloseTo(0.5);
  });

  it('gives probabilities that sum to 1, also for huge logits', () => {
    const sum = probabilities(Float32Array.from([1000, 999, -1000])).reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(1);
  });
});
