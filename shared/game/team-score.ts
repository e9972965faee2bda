/** What a lab's year is worth: three public scores, and the parts that they are made of. */

/** Of a lab's day in town, 0..100 each. */
export interface TownScore {
  /** Wins out of 100 in the arena; null where nobody could vote. */
  arena: number | null;
  /** Its good answers, of all that an equal share of the town asked. */
  served: number;
  /** How much of what the day cost the town paid. */
  paid: number;
  /** What was left of the town's trust in the end. */
  believed: number;
}

/** Three public scores of 0..100, kept apart, and the parts that they are made of. */
export interface TeamScore {
  /** Expected wins out of 100 in the arena; where there was a day in town, mean of that, `served` and `paid`; null without either. */
  use: number | null;
  /** Mean of `truth` and `form`, and of `believed` where there was a day in town. */
  trust: number;
  /** Mean of `language`, `stories`, `exercises` and `facts`. */
  science: number;
  truth: number;
  form: number;
  language: number;
  stories: number;
  exercises: number;
  facts: number;
  /** Absent without a day in town. */
  town?: TownScore;
  /** Mean of the three, or of those that could be measured. */
  total: number;
}
