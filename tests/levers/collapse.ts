/** The lever of training on one's own samples: what becomes of a line of models that each read only the one before. */

import { isCorrectCloze, makeClozes } from '../../shared/evals/facts.ts';
import type { LanguageModel } from '../../shared/lm/language-model.ts';
import type { TextDocument } from '../../shared/world/document.ts';
import { sentencesOf } from '../../shared/world/sentences.ts';
import type { Lever, Measures } from './lever.ts';
import { HELD_OUT_BITS, openLibrary, type Library } from './library.ts';
import { bitsPerByte, continuations, mixOf, shareOf, TINY, trainOn, type Ingredient } from './study.ts';

/** Of stories and entries: mostly entries, so that there are facts to lose. */
const SHARES = [1, 3] as const;
const BYTES_OF_EACH = 200_000;
const GENERATIONS = 4;
const TOKENS = 200_000;
const SAMPLES = 600;
const TEMPERATURE = 0.8;
/** A word is rare when it is not among this many most frequent ones of the real text. */
const COMMON_WORDS = 200;

const wordsOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.match(/[A-Za-z]+/g) ?? []);

/** The most frequent words of texts. */
function commonWords(texts: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const word of wordsOf(texts)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return new Set(sorted.slice(0, COMMON_WORDS).map(([word]) => word));
}

/** What a generation's model writes, as the next one's text. */
async function write(
  { tokenizer, seed }: Library,
  model: LanguageModel,
  generation: number,
): Promise<TextDocument[]> {
  const prompts = Array.from({ length: SAMPLES }, () => '');
  const options = { temperature: TEMPERATURE, seed: seed + 1_000 * generation };
  const texts = await continuations(model, tokenizer, prompts, options);
  return texts.map((text) => ({ kind: 'stories', text, ownRow: false }));
}

async function examine(
  { world, seed, tokenizer, heldOut }: Library,
  model: LanguageModel,
  written: readonly TextDocument[],
  common: ReadonlySet<string>,
): Promise<Measures[string]> {
  const texts = written.map(({ text }) => text);
  const sentences = texts.flatMap(sentencesOf);
  const clozes = makeClozes(world, seed);
  const prompts = clozes.map(({ prompt }) => prompt);
  const answers = await continuations(model, tokenizer, prompts, { temperature: 0, maxTokens: 12, seed });
  return {
    distinct: new Set(sentences).size / sentences.length,
    rare: shareOf(wordsOf(texts), (word) => !common.has(word)),
    facts: shareOf(clozes, (cloze, index) => isCorrectCloze(cloze, answers[index])),
    'bits per byte': await bitsPerByte(model, tokenizer, heldOut),
  };
}

export const syntheticCollapse: Lever = {
  name: 'synthetic-collapse',
  question: 'Can models live on text that models wrote?',
  arms: {
    real: 'trained on real text',
    'own samples': `${GENERATIONS} generations later, each trained on ${SAMPLES} samples of the one before, at temperature ${TEMPERATURE}`,
  },
  metrics: {
    distinct: 'share of different sentences among those that the model writes',
    rare: `share of its words that are not among the ${COMMON_WORDS} most frequent of the real text`,
    facts: 'share of 40 facts completed rightly',
    'bits per byte': `${HELD_OUT_BITS}, which is real`,
  },
  claims: [
    { metric: 'distinct', off: 'real', on: 'own samples', expected: 'falls' },
    { metric: 'rare', off: 'real', on: 'own samples', expected: 'falls' },
    { metric: 'facts', off: 'real', on: 'own samples', expected: 'falls' },
    { metric: 'bits per byte', off: 'real', on: 'own samples', expected: 'rises' },
  ],
  measure: async (seed) => {
    const library = openLibrary(seed, BYTES_OF_EACH, { kinds: ['stories', 'encyclopedia'] });
    const common = commonWords(library.parts.flat().map(({ text }) => text));
    const train = (ingredients: readonly Ingredient[]) => {
      const { tokenizer } = library;
      const rows = mixOf(ingredients, {
        tokenizer,
        contextLength: TINY.contextLength,
        tokens: TOKENS,
        seed,
      });
      return trainOn(TINY, rows, { seed });
    };
    let model = await train(library.parts.map((documents, index) => [SHARES[index], documents] as const));
    let written = await write(library, model, 0);
    const measures: Measures = { real: await examine(library, model, written, common) };
    for (let generation = 1; generation <= GENERATIONS; generation++) {
      model.dispose();
      model = await train([[1, written]]);
      written = await write(library, model, generation);
    }
    measures['own samples'] = await examine(library, model, written, common);
    model.dispose();
    return measures;
  },
};
