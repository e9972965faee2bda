/** Ratings from blind votes: the Bradley-Terry model, with intervals from resampled votes. */

import type { Random } from '../random.ts';
import { solveInPlace } from './cholesky.ts';

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
/** A strength of zero, or without end, would have no odds: of its virtual games everybody wins and loses at least this much. */
const LEAST_WINS = 0.1;
const MAX_STEPS = 100;
/** No log strength changes by more in one step: far from the optimum the curvature says little about where it is. */
const LONGEST_STEP = 1;
/** After a step so short the next would be about its square. */
const SHORT_STEP = 1e-3;

/** All games of each two contestants, those in which `i` meets a `j` that comes before it at place i (i - 1) / 2 + j. */
interface Table {
  /** What the later one of both got, and the earlier one. */
  won: Float64Array;
  lost: Float64Array;
  /** What each got of its virtual games, and how much one of them counts. */
  priorWins: Float64Array;
  priorWeight: number;
}

const placeOf = (i: number, j: number): number => (i > j ? (i * (i - 1)) / 2 + j : (j * (j - 1)) / 2 + i);

function emptyTable(n: number, priorWeight: number): Table {
  const games = (n * (n - 1)) / 2;
  return {
    won: new Float64Array(games),
    lost: new Float64Array(games),
    priorWins: new Float64Array(n).fill(PRIOR_GAMES / 2),
    priorWeight,
  };
}

/**
 * Moves strengths to where the votes are likeliest, by Newton's method on their logarithms: there is one peak, and a few steps
 * lead to it. The imagined opponent has strength 1, which also fixes the scale.
 */
function fit(strengths: Float64Array, { won, lost, priorWins, priorWeight }: Table): void {
  const n = strengths.length;
  const step = new Float64Array(n);
  const curvature = new Float64Array(n * n);
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    for (let i = 0; i < n; i++) {
      const chance = strengths[i] / (strengths[i] + 1);
      /* First the slope: wins beyond those that the strengths let expect. */
      step[i] = priorWeight * (priorWins[i] - PRIOR_GAMES * chance);
      curvature[i * n + i] = priorWeight * PRIOR_GAMES * chance * (1 - chance);
    }
    let place = 0;
    for (let i = 1; i < n; i++)
      for (let j = 0; j < i; j++) {
        const chance = strengths[i] / (strengths[i] + strengths[j]);
        const expected = (won[place] + lost[place]) * chance;
        const bend = expected * (1 - chance);
        step[i] += won[place] - expected;
        step[j] -= won[place] - expected;
        curvature[i * n + i] += bend;
        curvature[j * n + j] += bend;
        curvature[i * n + j] = -bend;
        place += 1;
      }
    solveInPlace(curvature, step);
    let longest = 0;
    for (let i = 0; i < n; i++) longest = Math.max(longest, Math.abs(step[i]));
    const share = Math.min(1, LONGEST_STEP / longest);
    for (let i = 0; i < n; i++) strengths[i] *= Math.exp(share * step[i]);
    if (longest < SHORT_STEP) break;
  }
}

/** Mean chance of winning against each of the others, out of 100; 50 for one alone. */
function againstField(strengths: Float64Array): Float64Array {
  const others = strengths.length - 1;
  return strengths.map((own) => {
    if (others === 0) return 50;
    /* Against itself everybody has a chance of one half. */
    let chances = -0.5;
    for (const other of strengths) chances += own / (own + other);
    return (100 * chances) / others;
  });
}

/** Groups of votes, each one about two contestants at a place of the table. */
interface Groups {
  place: Int32Array;
  won: Float64Array;
  lost: Float64Array;
}

/** Votes by group, with room for `more` groups after them. */
function groupVotes(ids: readonly string[], votes: readonly Vote[], more: number): Groups {
  const order = new Map(ids.map((id, index) => [id, index]));
  const numbers = new Map<string, number>();
  for (const { group } of votes) if (!numbers.has(group)) numbers.set(group, numbers.size);
  const size = numbers.size + more;
  const place = new Int32Array(size).fill(-1);
  const won = new Float64Array(size);
  const lost = new Float64Array(size);
  for (const { a, b, scoreA, group, weight } of votes) {
    const [i, j] = [order.get(a), order.get(b)];
    if (i === undefined || j === undefined) throw new Error(`rateVotes: ${a} or ${b} is no contestant`);
    const number = numbers.get(group) ?? 0;
    const at = placeOf(i, j);
    if (place[number] !== -1 && place[number] !== at)
      throw new Error(`rateVotes: the votes of group ${group} are about more than two contestants`);
    place[number] = at;
    const scoreLater = i > j ? scoreA : 1 - scoreA;
    won[number] += weight * scoreLater;
    lost[number] += weight * (1 - scoreLater);
  }
  return { place, won, lost };
}

function addGroup({ won, lost }: Table, groups: Groups, number: number): void {
  won[groups.place[number]] += groups.won[number];
  lost[groups.place[number]] += groups.lost[number];
}

/** The value below which this share of the sorted ones lies. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length - 1))))];
}

/** One vote more that nobody gave: any two contestants, either of them the winner. */
function imagineVote(groups: Groups, number: number, n: number, weight: number, random: Random): void {
  const winner = random.int(n);
  const loser = (winner + 1 + random.int(Math.max(1, n - 1))) % n;
  groups.place[number] = placeOf(winner, loser);
  groups.won[number] = winner > loser ? weight : 0;
  groups.lost[number] = winner > loser ? 0 : weight;
}

/** Fills the table with as many groups as there are, drawn with replacement; and with games against the imagined opponent. */
function resample(table: Table, groups: Groups, random: Random): void {
  table.won.fill(0);
  table.lost.fill(0);
  const size = groups.place.length;
  for (let drawn = 0; drawn < size; drawn++) addGroup(table, groups, random.int(size));
  for (let i = 0; i < table.priorWins.length; i++) {
    let won = 0;
    for (let game = 0; game < PRIOR_GAMES; game++) won += random.int(2);
    table.priorWins[i] = Math.min(PRIOR_GAMES - LEAST_WINS, Math.max(LEAST_WINS, won));
  }
}

/**
 * Rates every contestant. The interval is a 90 % percentile bootstrap (Efron, 1979) over groups of votes. Among these, in each
 * resample, are as many imagined ones as there are contestants: so a clean sweep is not taken for certain, and of few groups,
 * which alone could say little else than they did, the interval is wide.
 */
export function rateVotes(ids: readonly string[], votes: readonly Vote[], random: Random): Rating[] {
  const n = ids.length;
  const groups = groupVotes(ids, votes, n);
  const given = groups.place.length - n;
  const weights = votes.reduce((sum, { weight }) => sum + weight, 0);
  const table = emptyTable(n, Math.max(1, weights / Math.max(1, given)));
  for (let number = 0; number < given; number++) addGroup(table, groups, number);
  const fitted = new Float64Array(n).fill(1);
  fit(fitted, table);
  const values = againstField(fitted);
  const resampled = Array.from({ length: RESAMPLES }, () => {
    for (let number = given; number < given + n; number++)
      imagineVote(groups, number, n, table.priorWeight, random);
    resample(table, groups, random);
    /* The peak is not far from that of all votes together. */
    const strengths = fitted.slice();
    fit(strengths, table);
    return againstField(strengths);
  });
  const counts = new Map<string, number>();
  for (const id of votes.flatMap(({ a, b }) => [a, b])) counts.set(id, (counts.get(id) ?? 0) + 1);
  return ids.map((id, index) => {
    const spread = resampled.map((all) => all[index]).toSorted((x, y) => x - y);
    return {
      id,
      value: values[index],
      low: Math.min(values[index], quantile(spread, TAIL)),
      high: Math.max(values[index], quantile(spread, 1 - TAIL)),
      votes: counts.get(id) ?? 0,
    };
  });
}

/** Whether the best two can't be told apart: their intervals overlap. */
export function tooCloseToCall(ratings: readonly Rating[]): boolean {
  const [first, second] = ratings.toSorted((a, b) => b.value - a.value);
  return second !== undefined && second.high >= first.low;
}
