/** What a host sets before a match: teams, clocks and presets. */

import type { Stage } from '../lifecycle.ts';

export const PRESETS = ['workshop', 'short'] as const;
export type Preset = (typeof PRESETS)[number];

export interface MatchSettings {
  preset: Preset;
  teamCount: number;
  /** Most players of one team. */
  teamSize: number;
  /** The clock of each stage in seconds; null = no clock. */
  stageSeconds: Record<Stage, number | null>;
  /** Pause between the last team being done and the next stage, so that people see it happen. */
  graceSeconds: number;
  /** The same after fine-tuning, when there are answers to read and a model to talk to. */
  readingSeconds: number;
  /** Fixes the compute budget instead of deriving it from the slowest device; for experiments. */
  budgetFlops: number | null;
  /** Fixes the rows of each worker in a round instead of going by its pace; for experiments that must not depend on the machine. */
  roundRows: number | null;
}

export const TEAM_COUNT_RANGE: readonly [number, number] = [1, 8];
