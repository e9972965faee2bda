/** What a host may choose of a match before it is opened: in the start screen, in a link, or in a file. */

import { z } from 'zod';
import type { Stage } from '../lifecycle.ts';
import { LEVELS } from './level.ts';
import {
  COMPUTE_SHARES,
  GENERATION_RANGE,
  PRESETS,
  STAGE_SECONDS_RANGE,
  TEAM_COUNT_RANGE,
} from './settings.ts';
import { OPTIONAL_STAGES } from './left-out.ts';
import { rulesOf, STAGES } from './stages/registry.ts';

/** Stages that have a clock in any match. */
export const TIMED_STAGES: readonly Stage[] = STAGES.filter((stage) =>
  Object.values(rulesOf(stage).clock).some((seconds) => seconds !== null),
);

const wholeIn = ([low, high]: readonly [number, number]) => z.number().int().min(low).max(high);
/** The largest seed, 2^32 - 1. */
export const MAX_SEED = 0xffffffff;

const fields = {
  preset: z.enum(PRESETS),
  level: z.enum(LEVELS),
  teamCount: wholeIn(TEAM_COUNT_RANGE),
  /** How often the labs go through all stages; as the preset has it where absent. */
  generations: wholeIn(GENERATION_RANGE).optional(),
  /** Stages that the match goes without; as the preset has it where absent. */
  leftOut: z.array(z.enum(OPTIONAL_STAGES)).max(OPTIONAL_STAGES.length).optional(),
  /** Compute of each lab, as a share of what its devices can do in the time. */
  computeShare: z.literal([...COMPUTE_SHARES]).optional(),
  /** Whether players are asked two open questions before and after. */
  survey: z.boolean().optional(),
  /** Whether bots run the labs that nobody is in: to rehearse. */
  bots: z.boolean().optional(),
  /** The same world, market and tests again; drawn where absent. */
  seed: wholeIn([0, MAX_SEED]).optional(),
  /** Seconds of single stages; as the preset has them where absent. */
  stageSeconds: z.partialRecord(z.enum(TIMED_STAGES), wholeIn(STAGE_SECONDS_RANGE)).optional(),
};

/** All of it, as links and files have it. */
export const matchOptions = z.strictObject(fields);
export type MatchOptions = z.infer<typeof matchOptions>;

/** The same where what is missing has a standard. */
export const matchOptionFields = {
  ...fields,
  preset: fields.preset.default('workshop'),
  level: fields.level.default('first'),
  teamCount: fields.teamCount.default(3),
};
