/** Training rows: token rows of one length, which the server hands out and workers cut into batches. */

import type { Batch } from './language-model.ts';

/** Marks the unused tail of a row; never a token id (vocabularies end far below it). */
export const PADDING = 0xffff;

export interface Rows {
  contextLength: number;
  count: number;
  /** [count, contextLength + 1]: inputs are columns 0..contextLength-1, targets 1..contextLength; tail is PADDING. */
  tokens: Uint16Array;
  /** [count]: the first column whose token counts as a target (1 = all; later for answer-only loss). */
  lossFrom: Uint16Array;
}

/** Cuts rows [start, start + count) into a batch; padded inputs become token 0 with loss weight 0. */
export function toBatch(rows: Rows, start: number, count: number): Batch {
  const length = rows.contextLength;
  const tokens = new Int32Array(count * length);
  const targets = new Int32Array(count * length);
  const weights = new Float32Array(count * length);
  for (let row = 0; row < count; row++) {
    const source = (start + row) * (length + 1);
    const lossFrom = rows.lossFrom[start + row];
    for (let t = 0; t < length; t++) {
      const token = rows.tokens[source + t];
      const target = rows.tokens[source + t + 1];
      const at = row * length + t;
      tokens[at] = token === PADDING ? 0 : token;
      targets[at] = target === PADDING ? 0 : target;
      weights[at] = target === PADDING || t + 1 < lossFrom ? 0 : 1;
    }
  }
  return { rows: count, length, tokens, targets, weights };
}
