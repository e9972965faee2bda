/** What the test stage remembers: what the referee measured of a lab's models, and what the lab ships. */

import type { AttackGoal } from '../../../evals/attacks.ts';
import type { Difference, Estimate } from '../../../evals/estimate.ts';
import type { OwnRule } from '../../../evals/own-eval.ts';

/** What models are examined in, in the order of the board. Each is a share of what they get right: more is better. */
export const EVALS = [
  'language',
  'stories',
  'facts',
  'skills',
  'form',
  'friendly',
  'truth',
  'reworded',
  'misspelt',
  'hazards',
  'lookAlikes',
  'folks',
  'secrets',
  'copying',
  'sheets',
  'attacks',
] as const;
export type EvalName = (typeof EVALS)[number];

export interface EvalResult {
  name: EvalName;
  /** On the half of the items that labs could see before, or of which like ones are for sale. */
  open: Estimate;
  /** On the half that nobody has seen; null where an eval has no such half. */
  sealed: Estimate | null;
  /** How much better the model is on the open half: more than chance where it has read that. Null without a sealed half. */
  gap: Difference | null;
  /** From the model in use to the candidate, on the same items; null where there is only one model. */
  change: Difference | null;
}

/** Which of a lab's models: by the stage that made it. */
type Release = 'pretrain' | 'fine-tune' | 'align' | 'test';

/** What the referee measured of a lab's release. */
export interface Examined {
  /** The model that the lab would ship, and the one that it would go back to; null where there is none. */
  candidate: Release;
  current: Release | null;
  evals: readonly EvalResult[];
  /** Items that were scored, of both models together. */
  items: number;
  /** How an attack on such a model might begin. */
  openings: Readonly<Record<AttackGoal, readonly string[]>>;
}

/** Probes of each lab at all others. */
export const PROBES = 12;
/** Letters of a probe. */
export const MIN_PROBE = 3;
export const MAX_PROBE = 120;
/** So many wait for the referee at once, of all labs together: it answers within a second. */
export const MOST_QUEUED = 8;

/** A hardening is a short lesson: so many rows, a half of them against what worked, the others its answers to old cards, and old text. */
export const HARDENING_ROWS = 1920;
export const COUNTER_SHARE = 0.5;
export const REPLAY_SHARE = 0.25;

/** Tests that a lab may write itself, and prompts of each. */
export const MOST_OWN_EVALS = 2;
export const MOST_OWN_PROMPTS = 6;
/** Answers of each model to each prompt. */
export const OWN_EVAL_ANSWERS = 8;

/** A test that a player wrote. */
export interface OwnEval {
  id: string;
  playerId: string;
  byTeamId: string;
  prompts: string[];
  rule: OwnRule;
  /** By lab: the share of its model's answers that pass, and which of its models that was. */
  scores: Record<string, { candidate: Release; score: Estimate }>;
}

/** What somebody asks a rival's model, to make it do what it should not. */
export interface Probe {
  id: string;
  playerId: string;
  byTeamId: string;
  /** Whose model is probed. */
  teamId: string;
  goal: AttackGoal;
  text: string;
  /** What it said, by which the referee judged; null until it has. */
  outcome: ProbeResult | null;
}

export interface ProbeResult {
  told: string[];
  hit: boolean;
  /** Whether the model had been hardened by then. */
  isHardened: boolean;
}

/** `known`: though it got worse at something, which its card then says. */
export const GATE_DECISIONS = ['ship', 'known', 'back'] as const;
export type GateDecision = (typeof GATE_DECISIONS)[number];

export interface TestPlan {
  /** `harden`: first it is trained against what worked, and measured and attacked again. */
  gate: GateDecision | 'harden';
}

export interface TestSlice {
  /** The clock is over, and models are still being measured. */
  isLate: boolean;
  /** Oldest first. */
  probes: Probe[];
  ownEvals: OwnEval[];
}

/** Changes of less than that are none that anybody notices, however sure they are. */
const LEAST_CHANGE = 0.01;

/** Which way a change goes: beyond chance, and by so much that it counts. */
export function directionOf({ change }: Pick<EvalResult, 'change'>): 'better' | 'worse' | 'even' {
  if (!change || Math.abs(change.difference) < LEAST_CHANGE) return 'even';
  if (change.low > 0) return 'better';
  return change.high < 0 ? 'worse' : 'even';
}

const going = (direction: 'better' | 'worse', evals: readonly EvalResult[]): EvalName[] =>
  evals.filter((result) => directionOf(result) === direction).map(({ name }) => name);

/** Evals at which the candidate got worse than the model in use. */
export function regressionsOf({ evals }: Pick<Examined, 'evals'>): EvalName[] {
  return going('worse', evals);
}

/** Evals at which it got better. */
export function gainsOf({ evals }: Pick<Examined, 'evals'>): EvalName[] {
  return going('better', evals);
}

/** Evals whose open half it does better than the sealed one, beyond chance: it has read what it was asked. */
export function contaminatedIn({ evals }: Pick<Examined, 'evals'>): EvalName[] {
  return evals.flatMap(({ name, gap }) => (gap && gap.low > 0 ? [name] : []));
}
