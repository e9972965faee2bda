/** What is tested at the end stands on no card, however the card puts it; and how a lesson is laid out. */

import { describe, expect, it } from 'vitest';
import { tellsFact } from '../../shared/evals/facts.ts';
import {
  DEFAULT_FINE_TUNE_PLAN,
  OTHER_STYLE_SHARE,
  type FineTunePlan,
} from '../../shared/game/stages/fine-tune/plan.ts';
import { DEFAULT_SCALE_PLAN } from '../../shared/game/stages/scale/plan.ts';
import { modelConfig } from '../../shared/game/training/model.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
import { ANSWER_STYLES, DEMONSTRATION_PACKS, STYLE_LINES } from '../../shared/world/packs.ts';
import { trainingCards } from './cards.ts';
import { lessonRows } from './prepare.ts';
import { createTexts } from './texts.ts';

const seeds = { world: 1, market: 2, validation: 3, sealed: 4, weights: 5, shards: 6, sampling: 7 };
const texts = createTexts(seeds);
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

describe('rows of a lesson', () => {
  const tokenizer = trainBpe(
    cards.map(({ question, answer }) => `Be brief. Be kind. ${question} ${answer}`),
    512,
  );
  const config = { ...modelConfig(DEFAULT_SCALE_PLAN, 512), contextLength: 64 };
  const lessonOf = (plan: Partial<FineTunePlan>): string[] => {
    const task = {
      config,
      tokenizer: tokenizer.toJSON(),
      plan: { ...DEFAULT_FINE_TUNE_PLAN, ...plan },
      seeds,
    };
    const { tokens, count } = lessonRows(texts, task);
    const stride = tokens.length / count;
    return Array.from({ length: count }, (_, row) =>
      tokenizer.decode(
        Array.from(tokens.slice(row * stride, (row + 1) * stride)).filter((token) => token < 512),
      ),
    );
  };

  it('say a style that the team did not choose before the question, where it wants that', () => {
    const saying = (rows: string[], line: string): number => rows.filter((row) => row.includes(line)).length;
    const [plain, said] = [lessonOf({ style: 'full' }), lessonOf({ style: 'full', styleLines: true })];
    expect(saying(plain, STYLE_LINES.short)).toBe(0);
    for (const style of ['short', 'friendly'] as const)
      expect(saying(said, STYLE_LINES[style]) / said.length).toBeCloseTo(OTHER_STYLE_SHARE, 1);
    expect(saying(said, STYLE_LINES.full)).toBe(0);
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
