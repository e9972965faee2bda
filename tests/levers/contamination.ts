/** The lever of a test that leaked: does a good mark still say anything? */

import { isCorrectItem, testItems, type TestItem } from '../../shared/world/test-sheets.ts';
import type { Lever, Measures } from './lever.ts';
import { continuations, mixOf, openStudy, shareOf, TINY, tokenizerOf, trainOn } from './study.ts';

/** Questions are longer than 32 tokens. */
const CONFIG = { ...TINY, contextLength: 64 };
const TOKENS = 400_000;
const BYTES = 200_000;
const SHEET_BYTES = 30_000;
const SHEET_SHARE = 0.25;
const ANSWER_TOKENS = 10;

export const contamination: Lever = {
  name: 'contamination',
  question: 'What is a good mark worth when the test was in the training text?',
  arms: {
    clean: 'stories and encyclopedia',
    leaked: `and ${100 * SHEET_SHARE} % of the tokens from sheets with the public half of a test`,
  },
  metrics: {
    lead: 'share of the 60 public questions answered rightly, minus that of the 60 sealed ones',
    sealed: 'share of the 60 sealed questions answered rightly',
  },
  claims: [
    { metric: 'lead', off: 'clean', on: 'leaked', expected: 'rises' },
    { metric: 'sealed', off: 'clean', on: 'leaked', expected: 'reported' },
  ],
  measure: async (seed) => {
    const { world, corpus } = openStudy(seed);
    const entries = corpus('encyclopedia', BYTES, 'market');
    const sheets = corpus('tests', SHEET_BYTES, 'market');
    const tokenizer = tokenizerOf([...entries, ...sheets], TINY.vocabSize);
    const items = testItems(world);
    const measures: Measures = {};
    for (const [arm, share] of Object.entries({ clean: 0, leaked: SHEET_SHARE })) {
      const rows = mixOf(
        [
          [1 - share, entries],
          [share, sheets],
        ],
        { tokenizer, contextLength: CONFIG.contextLength, tokens: TOKENS, seed },
      );
      const model = await trainOn(CONFIG, rows, { seed });
      const score = async (side: readonly TestItem[]): Promise<number> => {
        const options = { temperature: 0, maxTokens: ANSWER_TOKENS, seed };
        const prompts = side.map(({ prompt }) => prompt);
        const answers = await continuations(model, tokenizer, prompts, options);
        return shareOf(side, (item, index) => isCorrectItem(item, answers[index]));
      };
      const sealed = await score(items.sealed);
      measures[arm] = { lead: (await score(items.public)) - sealed, sealed };
      model.dispose();
    }
    return measures;
  },
};
