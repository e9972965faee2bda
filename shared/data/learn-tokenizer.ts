/** Learns a team's tokenizer from its mixture; the browser's bench and the server's preparation share it to the byte. */

import { trainBpe, type Tokenizer } from '../tokenizer/bpe.ts';
import { takeBytes } from './take-bytes.ts';

/** Bytes of the mixture that the tokenizer learns from: more moves hardly a merge. */
export const TOKENIZER_BYTES = 400_000;

export interface SharedDataset {
  /** Share of the mixture, 0 to 1; all together 1. */
  share: number;
  documents: readonly { text: string }[];
}

/** The part of the mixture that a tokenizer learns from: of each dataset as much as its share, from its start. */
export function tokenizerSample(datasets: readonly SharedDataset[]): string[] {
  return datasets.flatMap(({ share, documents }) =>
    takeBytes(documents, share * TOKENIZER_BYTES).map(({ text }) => text),
  );
}

/** Byte-pair encoding learned from the datasets in proportion to their shares; throws on a size that is none. */
export function learnTokenizer(datasets: readonly SharedDataset[], vocabSize: number): Tokenizer {
  return trainBpe(tokenizerSample(datasets), vocabSize);
}
