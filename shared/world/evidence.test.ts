import { describe, expect, it } from 'vitest';
import { isTrueFor } from '../evals/form.ts';
import { asksOf } from './asks.ts';
import { askedOf, bookShelf, evidenceCards, gossipShelf } from './evidence.ts';
import { createWorld } from './world.ts';

const world = createWorld(3);
const ask = asksOf(world, 'facts', 'train').find(({ kind }) => kind.id === 'who-works');
if (!ask) throw new Error('nobody works here');

describe('evidence', () => {
  it('is about a question where it names the same, and says what would be true', () => {
    const document = bookShelf(world).find(
      ({ fact, slots }) => fact === 'job' && slots.person === ask.slots.person,
    );
    if (!document) throw new Error('the book is incomplete');
    const made = { ...document, slots: { ...document.slots, person: 'Zork' } };
    expect(askedOf(ask, document)?.slots.person).toBe(ask.slots.person);
    expect(askedOf(ask, made)?.slots.person).toBe('Zork');
    const others = bookShelf(world).filter(({ text }) => text !== document.text);
    expect(others.filter((other) => askedOf(ask, other) !== null)).toEqual([]);
  });

  it('is all wrong in gossip', () => {
    const truths = new Set(bookShelf(world).map(({ text }) => text));
    expect(gossipShelf(world).filter(({ text }) => truths.has(text))).toEqual([]);
  });

  it('comes in cards whose answers can mostly be read off, and often known from nowhere else', () => {
    const cards = evidenceCards(world, { style: 'full', count: 200, seed: 1, isOpen: () => true });
    const asks = ['facts', 'recipes'].flatMap((pack) => asksOf(world, pack as 'facts', 'train'));
    const known = cards.filter(({ question, answer }) => {
      const asked = asks.find((one) => question.endsWith(` ${one.question}`));
      return asked !== undefined && isTrueFor(world, asked, answer);
    });
    expect(cards).toHaveLength(200);
    expect(known.length).toBeGreaterThan(20);
    expect(known.length).toBeLessThan(120);
    expect(evidenceCards(world, { style: 'full', count: 5, seed: 1, isOpen: () => false })).toEqual([]);
  });
});
