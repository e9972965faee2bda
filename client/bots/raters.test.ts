/** Bots see what people see: friendly words, and whether an answer agrees with the evidence. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { judge, rateAll } from './raters.ts';

const kind = {
  id: 'p1',
  trait: 'kind' as const,
  question: 'Who is the baker of Plimby?',
  evidence: '',
  a: 'It is Mina.',
  b: 'It is Otto, my friend.',
  choice: null,
};
const truth = { ...kind, id: 'p2', trait: 'true' as const, evidence: 'The baker of Plimby is Mina.' };

describe('judge', () => {
  it('goes by tone or by the evidence, as the pair asks', () => {
    expect(judge(kind)).toBe('b');
    expect(judge(truth)).toBe('a');
    expect(judge({ ...kind, b: 'It is Otto.' })).toBe('skip');
    /* Polite is kinder than plain, and friendly than polite. */
    expect(judge({ ...kind, a: 'It is Mina, thank you.', b: 'It is Mina.' })).toBe('a');
    expect(judge({ ...kind, a: 'It is Mina, thank you.' })).toBe('b');
  });
});

describe('rateAll', () => {
  it('votes on pairs of its trait, as many as asked, and errs as often as told', () => {
    const cards = Array.from({ length: 400 }, (_, index) => ({
      ...(index % 2 ? kind : truth),
      id: `${index}`,
    }));
    const votes = rateAll(cards, { trait: 'kind', votes: 0, noise: 0.1 }, 150, createRandom(1));
    expect(votes).toHaveLength(150);
    const wrong = votes.filter(({ choice }) => choice === 'a').length;
    expect(wrong).toBeGreaterThan(5);
    expect(wrong).toBeLessThan(30);
  });
});
