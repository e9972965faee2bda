/** Ratings from blind votes: the Bradley-Terry model, with intervals from resampled votes. */

import type { Random } from '../random.ts';

/** One vote between two contestants. */
export interface Vote {
  a: string;
  b: string;
  /** What `a` got of the win: 1, 0, or 0.5 for a tie. */
  scoreA: 0 | 0.5 | 1;
  /** Votes on the same two texts depend on each other, so they are resampled together. */
  group: string;
  /** Of so many votes; above 0. */
  weight: number;
}

export interface Rating {
  id: string;
  /** Expected wins out of 100 against the field, and the interval around it. */
  value: number;
  low: number;
  high: number;
  /** Votes in which the contestant took part. */
  votes: number;
}

/**
 * Virtual games of everybody against an imagined average contestant: a clean sweep stays finite. Each counts as much as all votes on
 * a pair of texts together, but at least as one: ten people who judge the same two texts are one piece of news, not ten.
 */
const PRIOR_GAMES = 2;
export const RESAMPLES = 200;
/** The interval leaves out this share of the resamples at either end. */
export const TAIL = 0.05;
const MAX_ROUNDS = 500;
const TOLERANCE = 1e-7;

/** wins[i * n + j]: what contestant i got against j. */
interface Table {
  wins: Float64Array;
  /** What each got of its virtual games, and how much one of them counts. */
  priorWins: Float64Array;
  priorWeight: number;
}

/**
 * Strengths by the MM algorithm (Hunter, 2004): each new strength is the contestant's wins over the sum of
 * games / (own strength + the other's). The imagined opponent has strength 1, which also fixes the scale.
 */
function fit({ wins, priorWins, priorWeight }: Table): Float64Array {
  const n = priorWins.length;
  let strengths = new Float64Array(n).fill(1);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = new Float64Array(n);
    let moved = 0;
    for (let i = 0; i < n; i++) {
      let won = priorWeight * priorWins[i];
      let expected = (priorWeight * PRIOR_GAMES) / (strengths[i] + 1);
      for (let j = 0; j < n; j++) {
        if (j === i) continue;
        won += wins[i * n + j];
        expected += (wins[i * n + j] + wins[j * n + i]) / (strengths[i] + strengths[j]);
      }
      next[i] = won / expected;
      moved = Math.max(moved, Math.abs(next[i] - strengths[i]) / strengths[i]);
    }
    strengths = next;
    if (moved < TOLERANCE) break;
  }
  return strengths;
}

/** Mean chance of winning against each of the others, out of 100; 50 for one alone. */
function againstField(strengths: Float64Array): Float64Array {
  return strengths.map((own, i) => {
    const chances = [...strengths].flatMap((other, j) => (i === j ? [] : [own / (own + other)]));
    return chances.length === 0 ? 50 : (100 * chances.reduce((sum, p) => sum + p, 0)) / chances.length;
  });
}

function groupTables(ids: readonly string[], votes: readonly Vote[]): Float64Array[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  const groups = new Map<string, Float64Array>();
  for (const { a, b, scoreA, group, weight } of votes) {
    const [i, j] = [place.get(a), place.get(b)];
    if (i === undefined || j === undefined) throw new Error(`rateVotes: ${a} or ${b} is no contestant`);
    const wins = groups.get(group) ?? new Float64Array(ids.length ** 2);
    wins[i * ids.length + j] += weight * scoreA;
    wins[j * ids.length + i] += weight * (1 - scoreA);
    groups.set(group, wins);
  }
  return [...groups.values()];
}

function addUp(tables: readonly Float64Array[], size: number): Float64Array {
  const sum = new Float64Array(size);
  for (const table of tables) for (let i = 0; i < size; i++) sum[i] += table[i];
  return sum;
}

/** The value below which this share of the sorted ones lies. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length - 1))))];
}

/** One vote more that nobody gave: any two contestants, either of them the winner. */
function imaginedVote(n: number, weight: number, random: Random): Float64Array {
  const wins = new Float64Array(n * n);
  const i = random.int(n);
  const j = (i + 1 + random.int(Math.max(1, n - 1))) % n;
  wins[i * n + j] = weight;
  return wins;
}

/**
 * Rates every contestant. The interval is a 90 % percentile bootstrap (Efron, 1979) over groups of votes. Among these, in each
 * resample, are as many imagined ones as there are contestants: so a clean sweep is not taken for certain, and of few groups,
 * which alone could say little else than they did, the interval is wide.
 */
export function rateVotes(ids: readonly string[], votes: readonly Vote[], random: Random): Rating[] {
  const n = ids.length;
  const groups = groupTables(ids, votes);
  const evenly = new Float64Array(n).fill(PRIOR_GAMES / 2);
  const weights = votes.reduce((sum, { weight }) => sum + weight, 0);
  const priorWeight = Math.max(1, weights / Math.max(1, groups.length));
  const values = againstField(fit({ wins: addUp(groups, n * n), priorWins: evenly, priorWeight }));
  const resampled = Array.from({ length: RESAMPLES }, () => {
    const pool = [...groups, ...Array.from({ length: n }, () => imaginedVote(n, priorWeight, random))];
    const drawn = pool.map(() => random.pick(pool));
    const priorWins = new Float64Array(n).map(() => {
      let won = 0;
      for (let game = 0; game < PRIOR_GAMES; game++) won += random.int(2);
      /* Nobody loses all: a strength of zero would have no odds. */
      return Math.max(0.1, won);
    });
    return againstField(fit({ wins: addUp(drawn, n * n), priorWins, priorWeight }));
  });
  return ids.map((id, index) => {
    const spread = resampled.map((all) => all[index]).toSorted((x, y) => x - y);
    return {
      id,
      value: values[index],
      low: Math.min(values[index], quantile(spread, TAIL)),
      high: Math.max(values[index], quantile(spread, 1 - TAIL)),
      votes: votes.filter(({ a, b }) => a === id || b === id).length,
    };
  });
}

/** Whether the best two can't be told apart: their intervals overlap. */
export function tooCloseToCall(ratings: readonly Rating[]): boolean {
  const [first, second] = ratings.toSorted((a, b) => b.value - a.value);
  return second !== undefined && second.high >= first.low;
}
