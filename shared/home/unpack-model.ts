/** A model as it comes from the game, taken apart for packing. */

import { decodeCheckpoint } from '../lm/checkpoint.ts';
import { tokenizerFromJSON } from '../tokenizer/bpe.ts';
import type { HomeModel } from './home-model.ts';

/** Throws an Error where the checkpoint can't be read. */
export function unpackModel({
  bytes,
  tokenizer,
}: {
  bytes: Uint8Array;
  tokenizer: unknown;
}): Omit<HomeModel, 'card'> {
  const { config, weights } = decodeCheckpoint(bytes);
  return { config, weights, tokenizer: tokenizerFromJSON(tokenizer).toJSON() };
}
