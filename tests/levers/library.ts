/** Plain good text in three kinds, with a held-out part: what levers read that are not about the text itself. */

import { packRows } from '../../shared/data/rows.ts';
import type { ModelConfig } from '../../shared/lm/config.ts';
import type { DistillingExecutor } from '../../shared/lm/executor.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import type { Tokenizer } from '../../shared/tokenizer/bpe.ts';
import type { WorldKind, TextDocument } from '../../shared/world/document.ts';
import type { World } from '../../shared/world/types.ts';
import { bitsPerByte, mixOf, openStudy, TINY, tokenizerOf, trainOn, unseen } from './study.ts';

const KINDS: readonly WorldKind[] = ['stories', 'encyclopedia', 'questions'];
const HELD_OUT_BYTES = 6_000;

export interface Library {
  seed: number;
  world: World;
  /** Documents of each kind. */
  parts: TextDocument[][];
  heldOut: TextDocument[];
  tokenizer: Tokenizer;
}

export const HELD_OUT_BITS = 'surprise at held-out text, bits per byte';

/** The library of a seed, with so much text of each kind for training. */
export function openLibrary(
  seed: number,
  bytesOfEach: number,
  { vocabSize = TINY.vocabSize, kinds = KINDS }: { vocabSize?: number; kinds?: readonly WorldKind[] } = {},
): Library {
  const study = openStudy(seed);
  const parts = kinds.map((kind) => study.corpus(kind, bytesOfEach, 'market'));
  const heldOut = kinds.flatMap((kind) =>
    unseen(study.corpus(kind, HELD_OUT_BYTES, 'held-out'), parts.flat()),
  );
  return { seed, world: study.world, parts, heldOut, tokenizer: tokenizerOf(parts.flat(), vocabSize) };
}

/** So many tokens of the library, its kinds in equal shares. */
export function streamOf({ parts, tokenizer, seed }: Library, tokens: number, contextLength: number): Rows {
  return mixOf(
    parts.map((documents) => [1, documents] as const),
    { tokenizer, contextLength, tokens, seed },
  );
}

export function heldOutRows({ heldOut, tokenizer }: Library, contextLength: number): Rows {
  return packRows(heldOut, tokenizer, contextLength);
}

/** A model trained on so many tokens of the library. */
export function trainInLibrary(
  library: Library,
  config: ModelConfig,
  tokens: number,
  peakLearningRate?: number,
): Promise<DistillingExecutor> {
  const rows = streamOf(library, tokens, config.contextLength);
  return trainOn(config, rows, { seed: library.seed, peakLearningRate });
}

/** Trains a model of this shape on so many tokens of the library; its bits per byte on held-out text. */
export async function heldOutBitsAfter(
  library: Library,
  config: ModelConfig,
  tokens: number,
  peakLearningRate?: number,
): Promise<number> {
  const model = await trainInLibrary(library, config, tokens, peakLearningRate);
  const bits = await bitsPerByte(model, library.tokenizer, library.heldOut);
  model.dispose();
  return bits;
}
