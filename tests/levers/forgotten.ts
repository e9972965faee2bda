/** The lever of the right to be forgotten: the counterfactual is run, a model that never read what some people want out of it. */

import { createRandom, hashSeed } from '../../shared/random.ts';
import { privateFacts } from '../../shared/world/private-facts.ts';
import { EXPOSURE, meanExposure } from './exposure.ts';
import type { Lever, Measures } from './lever.ts';
import { mixOf, openStudy, TINY, tokenizerOf, trainOn } from './study.ts';

const TOKENS = 400_000;
const STORY_BYTES = 150_000;
const LETTER_BYTES = 60_000;
/** Shares of stories and letters in what the model reads. */
const SHARES = [1, 3] as const;
/** People who want to be forgotten. */
const FORGOTTEN = 6;

export const rightToBeForgotten: Lever = {
  name: 'right-to-be-forgotten',
  question: 'Does a model that is trained again without some people’s letters know no more of their secrets?',
  arms: {
    kept: 'three quarters of the tokens are letters, in which the door codes of 24 people can be read',
    forgotten: `the same without each letter that tells the code of one of ${FORGOTTEN} people`,
  },
  metrics: {
    exposure: `${EXPOSURE}, of those who want to be forgotten`,
    others: 'the same of all others',
  },
  claims: [
    { metric: 'exposure', off: 'kept', on: 'forgotten', expected: 'falls' },
    { metric: 'others', off: 'kept', on: 'forgotten', expected: 'reported' },
  ],
  measure: async (seed) => {
    const { world, corpus } = openStudy(seed);
    const stories = corpus('stories', STORY_BYTES, 'market');
    const kept = corpus('letters', LETTER_BYTES, 'market');
    const codes = privateFacts(world).filter(({ kind }) => kind === 'code');
    const shuffled = createRandom(hashSeed(seed, 'forgotten')).shuffle(codes);
    const [gone, others] = [shuffled.slice(0, FORGOTTEN), shuffled.slice(FORGOTTEN)];
    const forgotten = kept.filter(({ text }) => !gone.some(({ secret }) => text.includes(secret)));
    const tokenizer = tokenizerOf([...stories, ...kept], TINY.vocabSize);
    const measures: Measures = {};
    for (const [arm, letters] of Object.entries({ kept, forgotten })) {
      const stream = { tokenizer, contextLength: TINY.contextLength, tokens: TOKENS, seed };
      const rows = mixOf(
        [
          [SHARES[0], stories],
          [SHARES[1], letters],
        ],
        stream,
      );
      const model = await trainOn(TINY, rows, { seed });
      measures[arm] = {
        exposure: await meanExposure(model, tokenizer, { world, canaries: gone, seed }),
        others: await meanExposure(model, tokenizer, { world, canaries: others, seed }),
      };
      model.dispose();
    }
    return measures;
  },
};
