/** What the arena remembers: pairs of answers, ballots, votes, and what they came to. */

import type { Rating } from '../../../evals/bradley-terry.ts';

/** The contestant that belongs to nobody: a counting model, fitted by the referee. */
export const HOUSE_ID = 'house';

export const SIDES = ['a', 'b'] as const;
export type Side = (typeof SIDES)[number];
export const ARENA_CHOICES = ['a', 'b', 'tie'] as const;
export type ArenaChoice = (typeof ARENA_CHOICES)[number];

/** What can be looked up in the world or in the words: the referee judges these too. */
const CHECKED_CRITERIA = ['true', 'kind'] as const;
export type CheckedCriterion = (typeof CHECKED_CRITERIA)[number];
/** What only people can say. */
const TASTE_CRITERIA = ['funny', 'told', 'safe'] as const;
export const CRITERIA = [...CHECKED_CRITERIA, ...TASTE_CRITERIA] as const;
/** What voters are asked about two answers. */
export type Criterion = (typeof CRITERIA)[number];

export function isChecked(criterion: Criterion): criterion is CheckedCriterion {
  return CHECKED_CRITERIA.some((checked) => checked === criterion);
}

/** Two answers to the same held-out question, as voters see them. */
export interface ArenaCard {
  id: string;
  criterion: Criterion;
  question: string;
  /** What the world says, in one sentence; empty where voters are not asked for the truth. */
  evidence: string;
  a: string;
  b: string;
}

export interface ArenaPair extends ArenaCard {
  /** Who stands behind each curtain: a team's id, or HOUSE_ID. Told to nobody before the reveal. */
  who: Record<Side, string>;
  /** How the referee judges it by rule; null where there is no rule. Told to nobody before the reveal. */
  referee: ArenaChoice | null;
}

/** A pair as one voter has it: `choice` is the own vote, and only the reveal tells who stood behind the curtains, and how all voted. */
export interface BallotCard extends ArenaCard {
  choice: ArenaChoice | null;
  reveal: {
    who: Record<Side, string>;
    tally: Record<ArenaChoice, number>;
    referee: ArenaChoice | null;
  } | null;
}

/** The host's name among voters; no id of a player or of the audience is as short. */
export const HOST_VOTER = 'host';

/** Who votes, by what they have to win: players compete, the audience doesn't, the referee goes by rule. */
export const BENCHES = ['rivals', 'audience', 'referee'] as const;
export type Bench = (typeof BENCHES)[number];

/** How much each bench had to say. */
export type BenchShares = Record<
  Bench,
  { votes: number; /** What one of its votes counted. */ weight: number }
>;

/** How the contestants did at one question. */
export interface CriterionResult {
  criterion: Criterion;
  /** Of 100 comparisons, weighed as in the verdict; a tie is half a win. */
  contestants: { id: string; wins: number; votes: number }[];
}

/** What the votes came to. */
export interface ArenaVerdict {
  /** One for each contestant. */
  ratings: Rating[];
  benches: BenchShares;
  criteria: CriterionResult[];
}

export interface Spotlight {
  pairId: string;
  side: Side;
}

export interface Arena {
  /** Empty until the referee has asked all contestants. */
  pairs: Record<string, ArenaPair>;
  sampled: boolean;
  /** Ids of the pairs that each player, and each of the audience, may vote on, in an order of their own. */
  ballots: Record<string, string[]>;
  /** Pair id, then the id of a player or of one of the audience, or HOST_VOTER. */
  votes: Record<string, Record<string, ArenaChoice>>;
  revealed: boolean;
  /** Once revealed. */
  verdict: ArenaVerdict | null;
  spotlight: Spotlight | null;
}

export const emptyArena = (): Arena => ({
  pairs: {},
  sampled: false,
  ballots: {},
  votes: {},
  revealed: false,
  verdict: null,
  spotlight: null,
});
