/** Looks into a model that can be talked to: what it reads, where its heads look, what each layer would say, and which words lie close. */

import type { ModelConfig } from '../../../shared/lm/config.ts';
import type { Executor, TokenCandidate } from '../../../shared/lm/executor.ts';
import { upToLayer, withoutHeads, type HeadPlace } from '../../../shared/lm/inspect/ablation.ts';
import { nearestRows, principalPlane } from '../../../shared/lm/inspect/embedding-map.ts';
import { parameterSpec } from '../../../shared/lm/spec.ts';
import type { Tokenizer } from '../../../shared/tokenizer/bpe.ts';
import { END } from '../../../shared/tokenizer/special.ts';

export interface Piece {
  id: number;
  text: string;
}

/** A piece that may come next. */
export interface LikelyPiece extends Piece {
  chance: number;
}

export interface Inside {
  /** What the model reads, piece by piece. */
  pieces: Piece[];
  /** All pieces that may come next, the likeliest first. */
  next: LikelyPiece[];
  /** [layers][heads]: [length, length], row i says what piece i looked at; no layers where a model has no heads. */
  attention: readonly (readonly Float32Array[])[];
  /** What would be said before the first layer and after each: the likeliest of them. Empty where layers share no stream. */
  lens: LikelyPiece[][];
  /** How it goes on, always with the likeliest; and how it would with all heads, where some are left out. */
  answer: string;
  wholeAnswer: string;
}

export interface WordPlace {
  word: string;
  x: number;
  y: number;
}

export interface WordMap {
  words: WordPlace[];
  /** The words closest to the one that was asked for, closest first; empty where the model has no piece for it. */
  near: { word: string; likeness: number }[];
}

/** How words are put on a map: on the plane in which they differ most, or each beside those that it is most like. */
export const WORD_LAYOUTS = ['plane', 'neighbours'] as const;
export type WordLayout = (typeof WORD_LAYOUTS)[number];

/** Makes places [count, 2] of vectors [count, width]. */
export type Arrange = (rows: Float32Array, count: number, width: number) => Promise<Float32Array>;

/** Fewer words than this are no neighbourhood. */
const LEAST_WORDS = 8;

/** A model that is loaded and ready. */
export interface OpenModel {
  executor: Executor;
  tokenizer: Tokenizer;
}

/** Guesses that are told of each layer. */
const LENS_GUESSES = 3;
const NEAREST = 6;
const ANSWER_TOKENS = 24;

/** Reads the prompt with some heads left out; a model that has none is read as it is. */
export async function lookInside(
  { executor, tokenizer }: OpenModel,
  prompt: readonly number[],
  without: readonly HeadPlace[],
): Promise<Inside> {
  const { config } = executor;
  const weights = await executor.weights();
  const piece = (id: number): Piece => ({ id, text: tokenizer.tokenText(id) });
  const likely = ({ token, chance }: TokenCandidate): LikelyPiece => ({ ...piece(token), chance });
  const answer = async (): Promise<string> => {
    const options = { maxTokens: ANSWER_TOKENS, temperature: 0, topP: 1, seed: 1, stopTokens: [END] };
    const [tokens] = await executor.generate([prompt], options);
    return tokenizer.decode(tokens);
  };
  if (config.architecture !== 'transformer') {
    const { candidates } = await executor.inspect(prompt, config.vocabSize);
    const said = await answer();
    const next = (candidates.at(-1) ?? []).map(likely);
    return { pieces: prompt.map(piece), next, attention: [], lens: [], answer: said, wholeAnswer: said };
  }
  const cut = without.length === 0 ? weights : withoutHeads(config, weights, without);
  const wholeAnswer = await answer();
  try {
    const lens: LikelyPiece[][] = [];
    for (let layers = 0; layers < config.layers; layers++) {
      await executor.load(upToLayer(config, cut, layers));
      const { candidates } = await executor.inspect(prompt, LENS_GUESSES);
      lens.push((candidates.at(-1) ?? []).map(likely));
    }
    await executor.load(cut);
    const { candidates, attention } = await executor.inspect(prompt, config.vocabSize);
    const next = (candidates.at(-1) ?? []).map(likely);
    lens.push(next.slice(0, LENS_GUESSES));
    return {
      pieces: prompt.map(piece),
      next,
      attention,
      lens,
      answer: without.length === 0 ? wholeAnswer : await answer(),
      wholeAnswer,
    };
  } finally {
    await executor.load(weights);
  }
}

/** The words that are one piece each, by their embeddings, and those closest to `word`; on their plane unless they are arranged otherwise. */
export async function mapWords(
  { executor, tokenizer }: OpenModel,
  word: string,
  arrange: Arrange | null,
): Promise<WordMap> {
  const { config } = executor;
  const { width } = config;
  const { offset } = embeddingOf(config);
  const weights = await executor.weights();
  const ids = wordIds(tokenizer);
  const rows = new Float32Array(ids.size * width);
  const words = [...ids.keys()];
  [...ids.values()].forEach((id, row) =>
    rows.set(weights.subarray(offset + id * width, offset + (id + 1) * width), row * width),
  );
  const places =
    arrange && words.length >= LEAST_WORDS
      ? await arrange(rows, words.length, width)
      : principalPlane(rows, words.length, width);
  const of = words.indexOf(word);
  const near = of < 0 ? [] : nearestRows(rows, words.length, width, of, NEAREST);
  return {
    words: words.map((each, row) => ({ word: each, x: places[2 * row], y: places[2 * row + 1] })),
    near: near.map(({ row, likeness }) => ({ word: words[row], likeness })),
  };
}

/** Pieces that are whole words, by word: the one after a space where there are two. */
function wordIds(tokenizer: Tokenizer): Map<string, number> {
  const ids = new Map<string, number>();
  for (let id = 0; id < tokenizer.vocabSize; id++) {
    const match = /^( ?)(\p{L}{2,})$/u.exec(tokenizer.tokenText(id));
    if (match && (match[1] === ' ' || !ids.has(match[2]))) ids.set(match[2], id);
  }
  return ids;
}

function embeddingOf(config: ModelConfig): { offset: number } {
  const found = parameterSpec(config).tensors.find(({ name }) => name === 'tokenEmbedding');
  if (!found) throw new Error('the model has no token embedding');
  return found;
}
