/** The lever of a second language: a little of it in the mix, and the model can read it. */

import type { Lever, Measures } from './lever.ts';
import { bitsPerByte, mixOf, openStudy, TINY, tokenizerOf, trainOn, unseen } from './study.ts';

const TOKENS = 150_000;
const BYTES = 150_000;
const HELD_OUT_BYTES = 8_000;
const SHARE = 0.2;

export const mixLanguage: Lever = {
  name: 'mix-language',
  question: 'How well does a model read a language of which it saw little or nothing?',
  arms: { '0 %': 'stories', '20 %': 'four fifths stories, one fifth texts in the old tongue' },
  metrics: {
    'bits per byte': 'surprise at held-out text in the old tongue, bits per byte',
    stories: 'surprise at held-out stories, bits per byte',
  },
  claims: [
    { metric: 'bits per byte', off: '0 %', on: '20 %', expected: 'falls' },
    { metric: 'stories', off: '0 %', on: '20 %', expected: 'reported' },
  ],
  measure: async (seed) => {
    const { corpus } = openStudy(seed);
    const stories = corpus('stories', BYTES, 'market');
    const old = corpus('language', BYTES, 'market');
    const heldOut = {
      stories: unseen(corpus('stories', HELD_OUT_BYTES, 'held-out'), stories),
      old: unseen(corpus('language', HELD_OUT_BYTES, 'held-out'), old),
    };
    const tokenizer = tokenizerOf([...stories, ...old], TINY.vocabSize);
    const measures: Measures = {};
    for (const [arm, share] of Object.entries({ '0 %': 0, '20 %': SHARE })) {
      const rows = mixOf(
        [
          [1 - share, stories],
          [share, old],
        ],
        { tokenizer, contextLength: TINY.contextLength, tokens: TOKENS, seed },
      );
      const model = await trainOn(TINY, rows, { seed });
      measures[arm] = {
        'bits per byte': await bitsPerByte(model, tokenizer, heldOut.old),
        stories: await bitsPerByte(model, tokenizer, heldOut.stories),
      };
      model.dispose();
    }
    return measures;
  },
};
