/** The lever of logs: people write secrets into what they ask; does a model that reads the log next year give them away? */

import { scrubText } from '../../shared/data/scrub.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { asksOf } from '../../shared/world/asks.ts';
import type { TextDocument } from '../../shared/world/document.ts';
import { privateFacts } from '../../shared/world/private-facts.ts';
import { EXPOSURE, meanExposure } from './exposure.ts';
import type { Lever, Measures } from './lever.ts';
import { mixOf, openStudy, TINY, tokenizerOf, trainOn } from './study.ts';

const TOKENS = 400_000;
const STORY_BYTES = 150_000;
const REQUESTS = 600;
/** One request in so many has a secret in it, as in "The door code of Mina is 4719. What can I cook with plums?" */
const SECRET_EVERY = 4;
/** Shares of stories and of logged requests in what the model reads. */
const SHARES = [1, 1] as const;

export const promptLogging: Lever = {
  name: 'prompt-logging',
  question: 'What becomes of secrets that people wrote into their requests, when the log is trained on?',
  arms: {
    'no log': 'stories alone',
    log: `half of the tokens are ${REQUESTS} logged requests; one in ${SECRET_EVERY} has somebody’s door code in it`,
    scrubbed: 'the same log, scrubbed by rule',
  },
  metrics: { exposure: EXPOSURE },
  claims: [
    { metric: 'exposure', off: 'no log', on: 'log', expected: 'rises' },
    { metric: 'exposure', off: 'log', on: 'scrubbed', expected: 'falls' },
  ],
  measure: async (seed) => {
    const { world, corpus } = openStudy(seed);
    const random = createRandom(hashSeed(seed, 'log'));
    const stories = corpus('stories', STORY_BYTES, 'market');
    const canaries = privateFacts(world).filter(({ kind }) => kind === 'code');
    const asks = (['facts', 'recipes', 'small-talk'] as const).flatMap((pack) =>
      asksOf(world, pack, 'train'),
    );
    const log = Array.from({ length: REQUESTS }, (_, place): TextDocument => {
      const { question } = random.pick(asks);
      const { prompt, secret } = random.pick(canaries);
      const text = place % SECRET_EVERY === 0 ? `${prompt} ${secret}. ${question}` : question;
      return { ...stories[0], text };
    });
    const scrubbed = log.map((one) => ({ ...one, text: scrubText(one.text).text }));
    const tokenizer = tokenizerOf([...stories, ...log], TINY.vocabSize);
    const measures: Measures = {};
    for (const [arm, requests] of Object.entries({ 'no log': null, log, scrubbed })) {
      const stream = { tokenizer, contextLength: TINY.contextLength, tokens: TOKENS, seed };
      const rows = mixOf(
        requests
          ? [
              [SHARES[0], stories],
              [SHARES[1], requests],
            ]
          : [[1, stories]],
        stream,
      );
      const model = await trainOn(TINY, rows, { seed });
      measures[arm] = { exposure: await meanExposure(model, tokenizer, { world, canaries, seed }) };
      model.dispose();
    }
    return measures;
  },
};
