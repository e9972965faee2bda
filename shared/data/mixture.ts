/** Mixes datasets into one training stream, each with its share of the tokens that the model will see. */

import type { Rows } from '../lm/rows.ts';
import type { Random } from '../random.ts';
import { concatRows, pickRows, targetCounts } from './rows.ts';

export interface MixtureDataset {
  rows: Rows;
  /** Weight among the datasets' shares, such as percent. */
  share: number;
}

export interface MixtureOptions {
  datasets: readonly MixtureDataset[];
  /** Targets that the stream should hold; it holds less than one row more per dataset. */
  trainTokens: number;
  random: Random;
}

interface MixtureReport {
  /** Targets that the dataset contributes. */
  tokens: number;
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

/** Row places in passes, each pass a fresh shuffle, until the wanted number of targets is reached. */
function drawPlaces(
  counts: Uint16Array,
  wanted: number,
  random: Random,
): { places: number[]; tokens: number } {
  const places: number[] = [];
  const useful = Array.from(counts.keys()).filter((row) => counts[row] > 0);
  let tokens = 0;
  while (tokens < wanted && useful.length > 0) {
    for (const row of random.shuffle(useful)) {
      if (tokens >= wanted) break;
      places.push(row);
      tokens += counts[row];
    }
  }
  return { places, tokens };
}

/**
 * The training stream. A dataset contributes its share of the *targets* (a short exercise on a row of its own counts
 * only its own tokens); no row comes again before all others of its dataset came, and the datasets alternate at random.
 */
export function mixRows({ datasets, trainTokens, random }: MixtureOptions): MixedRows {
  const shareSum = datasets.reduce((sum, { share }) => sum + share, 0);
  const drawn = datasets.map(({ rows, share }, index) => {
    const counts = targetCounts(rows);
    const wanted = shareSum > 0 ? (trainTokens * share) / shareSum : 0;
    const { places, tokens } = drawPlaces(counts, wanted, random.fork(`dataset ${index}`));
    const all = counts.reduce((sum, count) => sum + count, 0);
    return { picked: pickRows(rows, places), report: { tokens, epochs: all > 0 ? tokens / all : 0 } };
  });
  const inOrder = concatRows(drawn.map(({ picked }) => picked));
  const nextPlace: number[] = [];
  const turns: number[] = [];
  let first = 0;
  drawn.forEach(({ picked }, index) => {
    nextPlace.push(first);
    first += picked.count;
    for (let i = 0; i < picked.count; i++) turns.push(index);
  });
  const places = random
    .fork('turns')
    .shuffle(turns)
    .map((index) => nextPlace[index]++);
  return { ...pickRows(inOrder, places), datasets: drawn.map(({ report }) => report) };
}
