/** Levers on what the texts claim: rumours among facts. */

import { isCorrectCloze, makeClozes } from '../../shared/evals/facts.ts';
import type { Lever, Measures } from './lever.ts';
import { continuations, mixOf, openStudy, shareOf, TINY, tokenizerOf, trainOn } from './study.ts';

const BYTES = 200_000;
const TOKENS = 250_000;
/** As the game lets models talk; each fact is asked several times, since the dice decide what is said. */
const TALKING = { temperature: 0.7, topP: 0.95, maxTokens: 12 } as const;
const TIMES = 5;

export const rumours: Lever = {
  name: 'rumours',
  question: 'What does a model believe when two fifths of what it reads about the facts are rumours?',
  arms: {
    none: 'nothing but the encyclopedia',
    many: '40 % rumours, each always wrong in the same way',
  },
  metrics: {
    facts: `share of right completions of 40 facts, each ${TIMES} times at temperature ${TALKING.temperature}`,
  },
  claims: [{ metric: 'facts', off: 'none', on: 'many', expected: 'falls' }],
  measure: async (seed) => {
    const { world, corpus } = openStudy(seed);
    const entries = corpus('encyclopedia', BYTES, 'market');
    const told = corpus('rumours', BYTES, 'market');
    const tokenizer = tokenizerOf([...entries, ...told], TINY.vocabSize);
    const asked = makeClozes(world, seed).flatMap((cloze) => Array.from({ length: TIMES }, () => cloze));
    const prompts = asked.map(({ prompt }) => prompt);
    const measures: Measures = {};
    for (const [arm, share] of Object.entries({ none: 0, many: 0.4 })) {
      const rows = mixOf(
        [
          [1 - share, entries],
          [share, told],
        ],
        { tokenizer, contextLength: TINY.contextLength, tokens: TOKENS, seed },
      );
      const model = await trainOn(TINY, rows, { seed });
      const answers = await continuations(model, tokenizer, prompts, { ...TALKING, seed });
      measures[arm] = {
        facts: shareOf(asked, (cloze, index) => isCorrectCloze(cloze, answers[index])),
      };
      model.dispose();
    }
    return measures;
  },
};
