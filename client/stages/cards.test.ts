/** A card is answered at once, and is what it was when the answer is refused. */

import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../session/errors.ts';
import { answerCard, type Card } from './cards.ts';

const REFUSALS = ['match/paused', 'protocol/rate_limited', 'client/offline'] as const;
const cardsOf = (...choices: ('a' | 'b' | null)[]) =>
  signal<Card<'a' | 'b'>[] | null>(choices.map((choice, index) => ({ id: `card-${index}`, choice })));
const choices = (cards: ReturnType<typeof cardsOf>) => cards.value?.map(({ choice }) => choice);

describe('a card', () => {
  it('is answered before the server has said anything', async () => {
    const cards = cardsOf(null, null);
    let answer: (reply: Reply<null>) => void = () => undefined;
    const sent = answerCard(cards, 'card-0', 'a', () => new Promise((resolve) => (answer = resolve)));
    expect(choices(cards)).toEqual(['a', null]);
    answer({ ok: true, value: null });
    await sent;
    expect(choices(cards)).toEqual(['a', null]);
  });

  it.each(REFUSALS)('comes back when it is refused: %s', async (code) => {
    const cards = cardsOf(null, null, null);
    const refused = async (): Promise<Reply<null>> => ({ ok: false, error: { code } });
    await Promise.all(['card-0', 'card-1', 'card-2'].map((id) => answerCard(cards, id, 'a', refused)));
    expect(choices(cards)).toEqual([null, null, null]);
  });

  it('keeps its first answer when a change of it is refused', async () => {
    const cards = cardsOf('a');
    await answerCard(cards, 'card-0', 'b', async () => ({ ok: false, error: { code: 'match/paused' } }));
    expect(choices(cards)).toEqual(['a']);
  });
});
