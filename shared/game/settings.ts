/** What a host sets before a match: teams, clocks and presets. */

import type { Stage } from '../lifecycle.ts';
import type { Level } from './level.ts';

export const PRESETS = ['workshop', 'short', 'long', 'rehearsal', 'images'] as const;
export type Preset = (typeof PRESETS)[number];

/** A match that nobody hosts: with whoever comes, or with those who have its code. */
export const QUICK_KINDS = ['public', 'private'] as const;
export type QuickKind = (typeof QUICK_KINDS)[number];

export interface MatchSettings {
  preset: Preset;
  /** Set where nobody hosts: the match begins, goes on and ends by itself (quick.ts). */
  quick: QuickKind | null;
  /** Whether a bot runs each lab that nobody is in, and the server trains for it. */
  bots: boolean;
  /** How much lies open from the start. */
  level: Level;
  /** How often the labs go through all stages, from data to debrief. */
  generations: number;
  teamCount: number;
  /** Most players of one team. */
  teamSize: number;
  /** Stages that the match goes without. */
  leftOut: readonly Stage[];
  /** The clock of each stage in seconds; null = no clock. The last step of a match never has one. */
  stageSeconds: Record<Stage, number | null>;
  /** Pause between the last team being done and the next stage, so that people see it happen, and can say that they need longer. */
  graceSeconds: number;
  /** The same where a model has just been trained: there is something to read, and somebody to talk to. */
  talkSeconds: number;
  /** Compute of each lab, as a share of what the devices can do in the time. */
  computeShare: number;
  /** Whether players are asked two open questions before and after. */
  survey: boolean;
  /** Fixes the compute budget instead of deriving it from the slowest device; for experiments. */
  budgetFlops: number | null;
  /** Fixes the rows of each worker in a round instead of going by its pace; for experiments that must not depend on the machine. */
  roundRows: number | null;
}

/** What goes on in each preset, from data to debrief: once, or again with what the first time brought. */
export const GENERATIONS: Readonly<Record<Preset, number>> = {
  workshop: 1,
  short: 1,
  long: 2,
  rehearsal: 1,
  images: 1,
};

/** Years that a host may choose, from data to debrief. */
export const GENERATION_RANGE: readonly [number, number] = [1, 3];

/** Seconds that a host may give a stage. */
export const STAGE_SECONDS_RANGE: readonly [number, number] = [15, 3600];

/** Compute that a host may give all labs, as a share of what their devices can do in the time. */
export const COMPUTE_SHARES = [0.5, 1, 2] as const;

/** A lecture hall of two hundred makes thirty labs. */
export const TEAM_COUNT_RANGE: readonly [number, number] = [1, 30];
