/** The settings that a match begins with: a preset, and what a host changes of it. */

import type { Stage } from '../lifecycle.ts';
import { GENERATIONS, type MatchSettings, type Preset } from './settings.ts';
import { unknownTo, usuallyLeftOut } from './left-out.ts';
import { allRules } from './stages/registry.ts';

/** The clock of each stage, as the stages themselves say. */
export function stageSeconds(preset: Preset): MatchSettings['stageSeconds'] {
  return Object.fromEntries(allRules.map(({ name, clock }) => [name, clock[preset] ?? null])) as Record<
    Stage,
    number | null
  >;
}

/** A rehearsal is over in minutes, and its person moves on alone. */
const TALK_SECONDS: Readonly<Record<Preset, number>> = {
  workshop: 60,
  short: 60,
  long: 60,
  rehearsal: 15,
  images: 60,
};

export function createSettings(
  preset: Preset,
  overrides: Partial<Omit<MatchSettings, 'preset'>> = {},
): MatchSettings {
  return {
    preset,
    quick: null,
    bots: false,
    level: 'first',
    generations: GENERATIONS[preset],
    teamCount: 3,
    teamSize: 8,
    stageSeconds: stageSeconds(preset),
    graceSeconds: 8,
    talkSeconds: TALK_SECONDS[preset],
    computeShare: 1,
    survey: false,
    budgetFlops: null,
    roundRows: null,
    ...overrides,
    leftOut: overrides.leftOut
      ? [...new Set([...unknownTo(preset), ...overrides.leftOut])]
      : usuallyLeftOut(preset),
  };
}
