/** Levers on what the texts claim: rumours among facts. */

import { isCorrectCloze, makeClozes } from '../../shared/evals/facts.ts';
import type { Lever, Measures } from './lever.ts';
import { continuations, mixOf, openStudy, shareOf, TINY, tokenizerOf, trainOn } from './study.ts';

const ENTRY_BYTES = 200_000;
const TOKENS = 250_000;
const WRONG = { none: 0, many: 0.4 } as const;
/** As the game lets models talk; each fact is asked several times, since the dice decide what is said. */
const TALKING = { temperature: 0.7, topP: 0.95, maxTokens: 12 } as const;
const TIMES = 5;

export const rumours: Lever = {
  name: 'rumours',
  question: 'What does a model believe when 40 % of what it reads about a fact is wrong?',
  arms: { none: 'every statement is true', many: '40 % of the statements name somebody or something else' },
  metrics: {
    facts: `share of right completions of 40 facts, each ${TIMES} times at temperature ${TALKING.temperature}`,
  },
  claims: [{ metric: 'facts', off: 'none', on: 'many', expected: 'falls' }],
  measure: async (seed) => {
    const { world, corpus } = openStudy(seed);
    const clozes = makeClozes(world, seed);
    const measures: Measures = {};
    for (const [arm, errorRate] of Object.entries(WRONG)) {
      const entries = corpus('encyclopedia', ENTRY_BYTES, 'market', { errorRate });
      const tokenizer = tokenizerOf(entries, TINY.vocabSize);
      const stream = { tokenizer, contextLength: TINY.contextLength, tokens: TOKENS, seed };
      const model = await trainOn(TINY, mixOf([[1, entries]], stream), { seed });
      const asked = clozes.flatMap((cloze) => Array.from({ length: TIMES }, () => cloze));
      const prompts = asked.map(({ prompt }) => prompt);
      const answers = await continuations(model, tokenizer, prompts, { ...TALKING, seed });
      measures[arm] = { facts: shareOf(asked, (cloze, index) => isCorrectCloze(cloze, answers[index])) };
      model.dispose();
    }
    return measures;
  },
};
