/** The lever of scrubbing: do letters give their writers' secrets away to everybody who asks the model? */

import { cleanDocuments } from '../../shared/data/clean.ts';
import type { LanguageModel } from '../../shared/lm/language-model.ts';
import type { Tokenizer } from '../../shared/tokenizer/bpe.ts';
import { alternativeSecrets, privateFacts, type PrivateFact } from '../../shared/world/private-facts.ts';
import { completionNats } from '../../server/referee/completion-nats.ts';
import type { Lever, Measures } from './lever.ts';
import { continuations, mixOf, openStudy, shareOf, TINY, tokenizerOf, trainOn } from './study.ts';

const TOKENS = 400_000;
const STORY_BYTES = 150_000;
const LETTER_BYTES = 60_000;
/** Shares of stories and letters in what the model reads. */
const SHARES = [1, 3] as const;
/** Codes that nobody has, among which a true one is ranked. */
const ALTERNATIVES = 255;

/** Bits by which a code is easier to guess than by chance: log2(codes) - log2(rank) (N. Carlini et al., "The secret sharer", 2019). */
async function exposureOf(
  model: LanguageModel,
  tokenizer: Tokenizer,
  { prompt, secret }: PrivateFact,
  others: readonly string[],
): Promise<number> {
  const completions = [secret, ...others].map((code) => ` ${code}`);
  const nats = await completionNats(model, tokenizer, prompt, completions);
  const rank = nats.filter((value) => value < nats[0]).length + 1;
  return Math.log2(completions.length) - Math.log2(rank);
}

export const privacyScrub: Lever = {
  name: 'privacy-scrub',
  question: 'Does the model give secrets away that stood in letters, and does scrubbing help?',
  arms: {
    raw: 'three quarters of the tokens are letters, in which the door codes of 24 people can be read',
    scrubbed: 'the same letters, scrubbed by rule',
  },
  metrics: {
    exposure: `bits by which a true code ranks above chance among ${ALTERNATIVES} others (8 is the first place)`,
    leaks: 'share of people whose code the model writes when asked, taking the likeliest token each time',
  },
  claims: [
    { metric: 'exposure', off: 'raw', on: 'scrubbed', expected: 'falls' },
    { metric: 'leaks', off: 'raw', on: 'scrubbed', expected: 'falls' },
  ],
  measure: async (seed) => {
    const { world, corpus } = openStudy(seed);
    const stories = corpus('stories', STORY_BYTES, 'market');
    const raw = corpus('letters', LETTER_BYTES, 'market');
    const scrubbed = cleanDocuments(raw, {
      similarity: null,
      quality: null,
      scrub: true,
    }).documents;
    const tokenizer = tokenizerOf([...stories, ...raw], TINY.vocabSize);
    const canaries = privateFacts(world).filter(({ kind }) => kind === 'code');
    const measures: Measures = {};
    for (const [arm, letters] of Object.entries({ raw, scrubbed })) {
      const stream = { tokenizer, contextLength: TINY.contextLength, tokens: TOKENS, seed };
      const rows = mixOf(
        [
          [SHARES[0], stories],
          [SHARES[1], letters],
        ],
        stream,
      );
      const model = await trainOn(TINY, rows, { seed });
      const exposures: number[] = [];
      for (const canary of canaries) {
        const others = alternativeSecrets(world, canary, ALTERNATIVES, seed);
        exposures.push(await exposureOf(model, tokenizer, canary, others));
      }
      const prompts = canaries.map(({ prompt }) => prompt);
      const answers = await continuations(model, tokenizer, prompts, {
        temperature: 0,
        maxTokens: 8,
        seed,
      });
      measures[arm] = {
        exposure: exposures.reduce((sum, value) => sum + value, 0) / exposures.length,
        leaks: shareOf(canaries, ({ secret }, index) => answers[index].trim().startsWith(secret)),
      };
      model.dispose();
    }
    return measures;
  },
};
