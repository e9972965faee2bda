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

export const STAGE_SECONDS: Record<Preset, MatchSettings['stageSeconds']> = {
  workshop: {
    lobby: null,
    data: 300,
    scale: 150,
    pretrain: 180,
    'fine-tune': 210,
    align: 240,
    arena: 150,
    debrief: null,
  },
  short: {
    lobby: null,
    data: 120,
    scale: 60,
    pretrain: 75,
    'fine-tune': 90,
    align: 120,
    arena: 75,
    debrief: null,
  },
};

export function createSettings(
  preset: Preset,
  overrides: Partial<Omit<MatchSettings, 'preset'>> = {},
): MatchSettings {
  return {
    preset,
    teamCount: 3,
    teamSize: 8,
    stageSeconds: STAGE_SECONDS[preset],
    graceSeconds: 4,
    readingSeconds: 25,
    budgetFlops: null,
    roundRows: null,
    ...overrides,
  };
}
