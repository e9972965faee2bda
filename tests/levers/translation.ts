/** The lever of translation: does a model that reads sentences in two languages side by side translate new ones, and what does each language cost in tokens? */

import type { TransformerConfig } from '../../shared/lm/config.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import type { Tokenizer } from '../../shared/tokenizer/bpe.ts';
import { drawMeaning, inEnglish, inOldTongue, translationItem } from '../../shared/world/language.ts';
import type { Lever, Measures } from './lever.ts';
import {
  bitsPerByte,
  continuations,
  mixOf,
  openStudy,
  shareOf,
  TINY,
  tokenizerOf,
  trainOn,
  unseen,
} from './study.ts';

/** The shape of a lab that decided nothing. */
const CONFIG: TransformerConfig = { ...TINY, vocabSize: 1024, contextLength: 64, layers: 2 };
const TOKENS = 600_000;
const BYTES = 150_000;
const HELD_OUT_BYTES = 6_000;
const SENTENCES = 100;
const SHARES = { '0 %': 0, '10 %': 0.1, '40 %': 0.4 };

function priceOf(tokenizer: Tokenizer, sentences: readonly string[]): Measures[string] {
  const tokens = sentences.reduce((sum, sentence) => sum + tokenizer.encode(sentence).length, 0);
  const words = sentences.reduce((sum, sentence) => sum + sentence.split(' ').length, 0);
  return { 'tokens a word': tokens / words, 'tokens a sentence': tokens / sentences.length };
}

export const translation: Lever = {
  name: 'translation',
  question: 'Does a model that reads two languages side by side translate sentences that it has never seen?',
  arms: {
    '0 %': 'stories and the encyclopedia',
    '10 %': 'a tenth of the tokens are texts in the old tongue, most with their translation',
    '40 %': 'two fifths are',
    English: 'sentences in English',
    'old tongue': 'the same sentences in the old tongue',
  },
  metrics: {
    translated: `share of ${SENTENCES} new sentences of the old tongue put into English to the letter`,
    'bits per byte': 'surprise at held-out stories, bits per byte',
    'tokens a word': 'where a tenth of what the tokenizer learned from was in the old tongue',
    'tokens a sentence': 'of the same sentences; the old tongue has no articles',
  },
  claims: [
    { metric: 'translated', off: '0 %', on: '40 %', expected: 'rises' },
    { metric: 'translated', off: '0 %', on: '10 %', expected: 'reported' },
    { metric: 'bits per byte', off: '0 %', on: '40 %', expected: 'reported' },
    { metric: 'tokens a word', off: 'English', on: 'old tongue', expected: 'rises' },
    { metric: 'tokens a sentence', off: 'English', on: 'old tongue', expected: 'reported' },
  ],
  measure: async (seed) => {
    const { world, corpus } = openStudy(seed);
    const kinds = ['stories', 'encyclopedia'] as const;
    const parts = kinds.map((kind) => corpus(kind, BYTES, 'market'));
    const old = corpus('language', BYTES, 'market');
    const stories = unseen(corpus('stories', HELD_OUT_BYTES, 'held-out'), parts[0]);
    const learned = corpus('language', (2 * BYTES) / 9, 'market');
    const tokenizer = tokenizerOf([...parts.flat(), ...learned], CONFIG.vocabSize);
    const random = createRandom(hashSeed(seed, 'translation'));
    const meanings = Array.from({ length: SENTENCES }, () => drawMeaning(world, random, true));
    const items = meanings.map(translationItem);
    const measures: Measures = {};
    for (const [arm, share] of Object.entries(SHARES)) {
      const rows = mixOf(
        [...parts.map((documents) => [(1 - share) / parts.length, documents] as const), [share, old]],
        { tokenizer, contextLength: CONFIG.contextLength, tokens: TOKENS, seed },
      );
      const model = await trainOn(CONFIG, rows, { seed });
      const prompts = items.map(({ prompt }) => prompt);
      const written = await continuations(model, tokenizer, prompts, { temperature: 0, maxTokens: 24, seed });
      measures[arm] = {
        translated: shareOf(items, ({ answer }, index) => written[index].trim().startsWith(answer)),
        'bits per byte': await bitsPerByte(model, tokenizer, stories),
      };
      model.dispose();
    }
    return {
      ...measures,
      English: priceOf(tokenizer, meanings.map(inEnglish)),
      'old tongue': priceOf(tokenizer, meanings.map(inOldTongue)),
    };
  },
};
