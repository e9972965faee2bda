/** What stands in a model's stream between its layers: put into another text, and asked what can be told from it. */

import type { ModelConfig, TransformerConfig } from '../../../shared/lm/config.ts';
import { probe } from '../../../shared/lm/inspect/probe.ts';
import { readStream, type Patch } from '../../../shared/lm/inspect/stream.ts';
import { END } from '../../../shared/tokenizer/special.ts';
import type { LikelyPiece, OpenModel, Piece } from './inside.ts';

/** Where a state is taken from, and where it is put: places among the pieces of each text, and after how many layers. */
export interface SwapPlace {
  layer: number;
  from: number;
  to: number;
}

export interface Swapped {
  pieces: Piece[];
  otherPieces: Piece[];
  /** What may come next after the swap: the likeliest of them. */
  next: LikelyPiece[];
  /** How each text goes on, always with the likeliest piece; and how the first does with the state of the other. */
  own: string;
  other: string;
  swapped: string;
}

/** Two kinds of words, each of which stands at the end of a frame. */
export interface ProbeQuestion {
  /** `{word}` is where the word stands, at the end. */
  frame: string;
  first: readonly string[];
  second: readonly string[];
}

export interface ProbeAnswer {
  /** [layers + 1]: words that were told apart by what stands in the stream there, each by a cut fitted on all others. */
  right: number[];
  words: number;
  /** Right by always saying what is most frequent. */
  byChance: number;
}

const NEXT_SHOWN = 3;
/** Few, since each is read anew from the beginning. */
const ANSWER_TOKENS = 12;

function transformerOf(config: ModelConfig): TransformerConfig {
  if (config.architecture !== 'transformer') throw new Error('only a transformer has such a stream');
  return config;
}

function byChances(logits: Float32Array): { id: number; chance: number }[] {
  const most = Math.max(...logits);
  const sizes = Array.from(logits, (logit) => Math.exp(logit - most));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size, id) => ({ id, chance: size / all })).sort((a, b) => b.chance - a.chance);
}

/** Reads a text with what the model had in its stream while it read another one. */
export async function swapStates(
  { executor, tokenizer }: OpenModel,
  prompt: readonly number[],
  otherPrompt: readonly number[],
  place: SwapPlace,
): Promise<Swapped> {
  const config = transformerOf(executor.config);
  const weights = await executor.weights();
  const { width, contextLength, layers } = config;
  const layer = Math.min(place.layer, layers);
  const [to, from] = [Math.min(place.to, prompt.length - 1), Math.min(place.from, otherPrompt.length - 1)];
  const state = readStream(config, weights, otherPrompt).after[layer];
  const patch: Patch = {
    layer,
    position: to,
    vector: state.slice(from * width, (from + 1) * width),
  };
  const likeliest = (tokens: readonly number[], patched: Patch | null) =>
    byChances(readStream(config, weights, tokens, patched).logits);
  const goOn = (start: readonly number[], patched: Patch | null): string => {
    const tokens = [...start];
    while (tokens.length < Math.min(contextLength, start.length + ANSWER_TOKENS)) {
      const [{ id }] = likeliest(tokens, patched);
      if (id === END) break;
      tokens.push(id);
    }
    return tokenizer.decode(tokens.slice(start.length));
  };
  const piece = (id: number): Piece => ({ id, text: tokenizer.tokenText(id) });
  return {
    pieces: prompt.map(piece),
    otherPieces: otherPrompt.map(piece),
    next: likeliest(prompt, patch)
      .slice(0, NEXT_SHOWN)
      .map(({ id, chance }) => ({ ...piece(id), chance })),
    own: goOn(prompt, null),
    other: goOn(otherPrompt, null),
    swapped: goOn(prompt, patch),
  };
}

/** What a straight cut through the stream can tell of words that it was not fitted on, layer by layer. */
export async function probeStates(
  { executor, tokenizer }: OpenModel,
  { frame, first, second }: ProbeQuestion,
): Promise<ProbeAnswer> {
  const config = transformerOf(executor.config);
  const weights = await executor.weights();
  const words = [...first, ...second];
  const states = words.map((word) => {
    const tokens = [END, ...tokenizer.encode(frame.replace('{word}', word))].slice(-config.contextLength);
    return readStream(config, weights, tokens).after.map((all) => all.slice(-config.width));
  });
  const isFirst = words.map((_, index) => index < first.length);
  const probed = Array.from({ length: config.layers + 1 }, (_, layer) =>
    probe(
      states.map((after) => after[layer]),
      isFirst,
    ),
  );
  return {
    right: probed.map(({ right }) => right.filter(Boolean).length),
    words: words.length,
    byChance: probed[0]?.byChance ?? 0,
  };
}
