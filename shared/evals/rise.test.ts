/** Examples of what a rise of a trait looks like, and of one that may be chance. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { measureRise } from './rise.ts';

/** Five answers to each of so many questions; the first `having` of every five have the trait. */
function answers(questions: number, having: (question: number) => number): boolean[] {
  return Array.from({ length: 5 * questions }, (_, i) => i % 5 < having(Math.floor(i / 5)));
}
const asked = (questions: number): string[] =>
  Array.from({ length: 5 * questions }, (_, i) => `question ${Math.floor(i / 5)}`);

describe('the rise of a trait', () => {
  it('is the difference of the shares, with an interval around it', () => {
    const before = answers(40, (question) => Number(question % 4 === 0));
    const after = answers(40, (question) => (question % 2 === 0 ? 3 : 1));
    const rise = measureRise(asked(40), before, after, createRandom(1));
    expect(rise.difference).toBeCloseTo(0.4 - 0.05);
    expect(rise.low).toBeGreaterThan(0.25);
    expect(rise.low).toBeLessThan(rise.difference);
    expect(rise.high).toBeGreaterThan(rise.difference);
  });

  it('is not clear of zero when a single question made it', () => {
    const before = answers(40, () => 1);
    const after = answers(40, (question) => (question === 7 ? 5 : 1));
    const { difference, low } = measureRise(asked(40), before, after, createRandom(1));
    expect(difference).toBeCloseTo(0.02);
    expect(low).toBe(0);
  });

  it('takes many answers to one question for one question, not for many', () => {
    const before = answers(8, () => 1);
    const after = answers(8, (question) => (question < 4 ? 3 : 1));
    const shared = measureRise(asked(8), before, after, createRandom(1));
    const each = before.map((_, i) => `question ${i}`);
    const apart = measureRise(each, before, after, createRandom(1));
    expect(shared.high - shared.low).toBeGreaterThan(apart.high - apart.low);
  });

  it('needs as many answers before as after', () => {
    expect(() => measureRise(['one'], [true], [], createRandom(1))).toThrow(RangeError);
    expect(measureRise([], [], [], createRandom(1))).toEqual({ difference: 0, low: 0, high: 0 });
  });
});
