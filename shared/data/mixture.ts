/** Mixes datasets into one training stream, each with its share of the tokens that the model will see. */

import type { Rows } from '../lm/rows.ts';
import type { Random } from '../random.ts';
import {
  concatRows,
  type EncodedDocument,
  packEncoded,
  pickRows,
  shuffleRows,
  sliceRows,
  targetCounts,
} from './rows.ts';

export interface MixtureDataset {
  documents: readonly EncodedDocument[];
  /** Weight among the datasets' shares, such as percent. */
  share: number;
}

export interface MixtureOptions {
  datasets: readonly MixtureDataset[];
  contextLength: number;
  /** Targets that the stream should hold; it holds less than one row more per dataset. */
  trainTokens: number;
  random: Random;
}

interface MixtureReport {
  /** Targets that the dataset contributes. */
  tokens: number;
  /** Targets of the dataset, gone through once. */
  ownTokens: number;
  /** How often the stream goes through the dataset. */
  epochs: number;
}

export interface MixedRows extends Rows {
  /** One report per dataset, in their order. */
  datasets: MixtureReport[];
}

/** Whole percents that sum to 100 (largest remainders first); all equal when there is nothing to weigh. */
export function normalizeShares(shares: readonly number[]): number[] {
  const weights = shares.map((share) => (Number.isFinite(share) && share > 0 ? share : 0));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (sum > 0 ? (100 * weight) / sum : 100 / shares.length));
  const whole = exact.map(Math.floor);
  const missing = 100 - whole.reduce((total, percent) => total + percent, 0);
  const byRemainder = exact
    .map((_, index) => index)
    .sort((a, b) => exact[b] - whole[b] - (exact[a] - whole[a]) || a - b);
  for (const index of byRemainder.slice(0, missing)) whole[index]++;
  return whole;
}

const sumOf = (counts: ArrayLike<number>): number =>
  Array.from(counts).reduce((sum, count) => sum + count, 0);

/**
 * Rows in passes until the wanted number of targets is reached. Each pass shuffles the documents and cuts them anew, so that a model
 * never meets the same row twice: what it reads again, it reads after other text and with other ends (LOG.md).
 */
function drawRows(
  { documents }: MixtureDataset,
  wanted: number,
  contextLength: number,
  random: Random,
): { rows: Rows; report: MixtureReport } {
  const ownTokens = sumOf(targetCounts(packEncoded(documents, contextLength)));
  const none = packEncoded([], contextLength);
  if (ownTokens === 0) return { rows: none, report: { tokens: 0, ownTokens, epochs: 0 } };
  const passes = [none];
  let tokens = 0;
  while (tokens < wanted) {
    const pass = shuffleRows(packEncoded(random.shuffle(documents), contextLength), random);
    const counts = targetCounts(pass);
    let used = 0;
    while (used < pass.count && tokens < wanted) tokens += counts[used++];
    passes.push(sliceRows(pass, 0, used));
  }
  return { rows: concatRows(passes), report: { tokens, ownTokens, epochs: tokens / ownTokens } };
}

/**
 * The training stream. A dataset contributes its share of the *targets* (a short exercise on a row of its own counts
 * only its own tokens); no document comes again before all others of its dataset came, and the datasets alternate at random.
 */
export function mixRows({ datasets, contextLength, trainTokens, random }: MixtureOptions): MixedRows {
  const shareSum = datasets.reduce((sum, { share }) => sum + share, 0);
  const drawn = datasets.map((dataset, index) => {
    const wanted = shareSum > 0 ? (trainTokens * dataset.share) / shareSum : 0;
    return drawRows(dataset, wanted, contextLength, random.fork(`dataset ${index}`));
  });
  const inOrder = concatRows(drawn.map(({ rows }) => rows));
  const nextPlace: number[] = [];
  const turns: number[] = [];
  let first = 0;
  drawn.forEach(({ rows }, index) => {
    nextPlace.push(first);
    first += rows.count;
    for (let i = 0; i < rows.count; i++) turns.push(index);
  });
  const places = random
    .fork('turns')
    .shuffle(turns)
    .map((index) => nextPlace[index]++);
  return { ...pickRows(inOrder, places), datasets: drawn.map(({ report }) => report) };
}
