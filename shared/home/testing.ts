/** A model to take home, with weights large enough that every tensor matters, and strings to try its tokenizer with. */

import { generateCorpus } from '../world/corpus.ts';
import { createWorld } from '../world/world.ts';
import { initialWeights } from '../lm/init.ts';
import type { GruConfig, ModelConfig, TransformerConfig } from '../lm/config.ts';
import { parameterSpec } from '../lm/spec.ts';
import { createRandom, type Random } from '../random.ts';
import { trainBpe, type Tokenizer } from '../tokenizer/bpe.ts';
import type { HomeModel, ModelCard } from './home-model.ts';

/** As large as the game's default, and as most players take it home. */
const DEFAULT_CONFIG: TransformerConfig = {
  architecture: 'transformer',
  vocabSize: 1024,
  contextLength: 64,
  width: 48,
  layers: 2,
  heads: 3,
};

/** The recurrent model that costs as much. */
const RECURRENT_CONFIG: GruConfig = {
  architecture: 'gru',
  vocabSize: 1024,
  contextLength: 64,
  width: 80,
  layers: 1,
};

export const CARD: ModelCard = {
  lab: 'Blue Lantern',
  look: 1,
  manner: 'answer',
  ideas: ['Who is the baker of Mill?', 'Say "hi" to Ana.'],
  lines: [{ name: 'Data', words: 'stories 60 %, facts 40 %' }],
};

export function worldTokenizer(): Tokenizer {
  const world = createWorld(7);
  const documents = ['stories', 'encyclopedia'] as const;
  const texts = documents.flatMap((kind) => generateCorpus(world, kind, { seed: 1, bytes: 60_000 }));
  return trainBpe(
    texts.map(({ text }) => text),
    DEFAULT_CONFIG.vocabSize,
  );
}

/**
 * Noise on every weight: gains and biases that are still 1 and 0 would hide a tensor in the wrong place. What passes a
 * memory on stays small: with large weights that is chaotic, and rounding would grow with every step.
 */
export function noisyWeights(config: ModelConfig, seed = 1): Float32Array {
  const random = createRandom(seed);
  const weights = initialWeights(config, seed);
  for (const { name, offset, size } of parameterSpec(config).tensors) {
    const scale = name.includes('.recurrent.') ? 1 : 4;
    for (let at = offset; at < offset + size; at++)
      weights[at] = scale * weights[at] + 0.2 * (random.next() - 0.5);
  }
  return weights;
}

export function homeModel(
  tokenizer: Tokenizer,
  card = CARD,
  architecture: ModelConfig['architecture'] = 'transformer',
): HomeModel {
  const shape = architecture === 'gru' ? RECURRENT_CONFIG : DEFAULT_CONFIG;
  const config = { ...shape, vocabSize: tokenizer.vocabSize };
  return { card, config, weights: noisyWeights(config), tokenizer: tokenizer.toJSON() };
}

const PIECES = [
  ['a', 'Bram', ' ', '  ', '\t', '\n', '\r\n', '\v', '\u0085', '\u00a0', '\u3000', '\u2028', '\ufeff'],
  [
    "'s",
    "'",
    "n't",
    '12',
    '٣',
    '½',
    'é',
    'e\u0301',
    '木',
    '👩‍👩‍👧',
    '\u{1F9D9}',
    'مرحبا',
    '\u0000',
    '...',
    '<b>',
  ],
  [
    '\ufffd',
    '_',
    'ß',
    '<|0|>',
    '<end>',
    'the ',
    'market',
    ', ',
    '. ',
    'İ',
    'ﬁ',
    'Å',
    '\ud800',
    '\u200d',
    '\u00ad',
  ],
].flat();

/** Pieces of what a lab's text may hold. */
const PLAIN_PIECES = [
  'the',
  ' ',
  '  ',
  ' market',
  'bread',
  '.',
  ', ',
  ' hen',
  'mill',
  'ing',
  'o',
  ' The',
  's',
];

/** Words and signs as in the training text, in any order. */
export function plainText(random: Random): string {
  return Array.from({ length: random.int(24) }, () => random.pick(PLAIN_PIECES)).join('');
}

/** Strings of letters, white space of every sort, digits, emoji with joiners, right-to-left text, control characters. */
export function strangeText(random: Random): string {
  return Array.from({ length: random.int(24) }, () =>
    random.chance(0.1) ? String.fromCodePoint(random.int(0xd7ff)) : random.pick(PIECES),
  ).join('');
}
