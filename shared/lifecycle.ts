/**
 * The stages in the life of a language model, as the game plays it. Each folder of `game/stages/` enters its own stage here, beside
 * its rules, so that no list of them stands anywhere but in the registry, which has their order.
 */

/** What a team decides in each stage, by the stage's name; `never` where it decides nothing. */
export interface StagePlans {}

export type Stage = keyof StagePlans;

/** Stages in which a team decides on a plan together. */
export type PlanStage = { [Name in Stage]: [StagePlans[Name]] extends [never] ? never : Name }[Stage];
