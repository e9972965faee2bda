/** The House's model: an interpolated 4-gram, which counts what followed the last three tokens and knows no more. */

import type { Rows } from '../rows.ts';
import { fitNgram } from './ngram.ts';
import { NgramLanguageModel } from './ngram-model.ts';

const ORDER = 4;

export function countingModel(rows: Rows, vocabSize: number): NgramLanguageModel {
  return new NgramLanguageModel(fitNgram(rows, vocabSize, ORDER), rows.contextLength);
}
