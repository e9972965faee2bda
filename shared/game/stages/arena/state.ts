/** What the arena remembers: pairs of answers, ballots, votes, and what they came to. */

import type { Rating } from '../../../evals/bradley-terry.ts';
import type { Trait } from '../../../world/traits.ts';

/** The contestant that belongs to nobody: a counting model, fitted by the referee. */
export const HOUSE_ID = 'house';

export const SIDES = ['a', 'b'] as const;
export type Side = (typeof SIDES)[number];
export const ARENA_CHOICES = ['a', 'b', 'tie'] as const;
export type ArenaChoice = (typeof ARENA_CHOICES)[number];

/** Two answers to the same held-out question, as voters see them. */
export interface ArenaCard {
  id: string;
  trait: Trait;
  question: string;
  /** What the world says, in one sentence; empty where the question is a matter of tone. */
  evidence: string;
  a: string;
  b: string;
}

export interface ArenaPair extends ArenaCard {
  /** Who stands behind each curtain: a team's id, or HOUSE_ID. Told to nobody before the reveal. */
  who: Record<Side, string>;
}

export interface Spotlight {
  pairId: string;
  side: Side;
}

export interface Arena {
  /** Empty until the referee has asked all contestants. */
  pairs: Record<string, ArenaPair>;
  sampled: boolean;
  /** Ids of the pairs that each player may vote on, in the player's own order. */
  ballots: Record<string, string[]>;
  /** Pair id, then player id. */
  votes: Record<string, Record<string, ArenaChoice>>;
  revealed: boolean;
  /** One for each contestant, once revealed. */
  ratings: Rating[] | null;
  spotlight: Spotlight | null;
}

export const emptyArena = (): Arena => ({
  pairs: {},
  sampled: false,
  ballots: {},
  votes: {},
  revealed: false,
  ratings: null,
  spotlight: null,
});
