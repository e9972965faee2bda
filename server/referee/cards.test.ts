/** What is tested at the end stands on no card, however the card puts it. */

import { describe, expect, it } from 'vitest';
import { tellsFact } from '../../shared/evals/facts.ts';
import { ANSWER_STYLES, DEMONSTRATION_PACKS } from '../../shared/world/packs.ts';
import { trainingCards } from './cards.ts';
import { createTexts } from './texts.ts';

const texts = createTexts({
  world: 1,
  market: 2,
  validation: 3,
  sealed: 4,
  weights: 5,
  shards: 6,
  sampling: 7,
});
const cards = DEMONSTRATION_PACKS.flatMap((pack) =>
  ANSWER_STYLES.flatMap((style) => trainingCards(texts, { pack, style, count: 480, seed: 6 })),
);

describe('training cards', () => {
  it('tell no fact that the sealed test asks', () => {
    const tells = tellsFact(texts.sealed.suite.facts);
    const told = cards.filter(({ question, answer }) => tells(`${question} ${answer}`));
    expect(told).toEqual([]);
  });

  it('still name everybody, and most facts', () => {
    const all = cards.map(({ question }) => question).join(' ');
    for (const { name } of texts.world.people) expect(all).toContain(name);
    for (const { name } of texts.world.dishes) expect(all).toContain(name);
    const facts = new Set(cards.filter(({ pack }) => pack === 'facts').map(({ question }) => question));
    expect(facts.size).toBeGreaterThan(150);
  });
});

describe('telling a fact', () => {
  const tells = tellsFact([{ prompt: 'Otto has', answer: 'a goat', words: ['Otto', 'goat'] }]);
  it('is the same in any wording, and another fact is not it', () => {
    expect(tells('What is the goat of Otto called? It is called Pim.')).toBe(true);
    expect(tells('Otto has an otter. Mina has a goat?')).toBe(true);
    expect(tells('What does Otto hate? Otto hates goats.')).toBe(false);
  });
});
