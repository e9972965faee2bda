/** What each stage of a match remembers: a slice of the match's state, kept under the step of the schedule it belongs to. */

import type { Stage } from '../lifecycle.ts';
import { TRAINING_STAGES, type Match, type Slices, type Team, type TrainingRun } from './match.ts';

type Scheduled = Pick<Match, 'schedule' | 'at' | 'slices'>;

/** What this stage remembers in the present generation. Each stage alone knows the type of its own. */
export function ownSlice<Slice>({ schedule, at, slices }: Scheduled, stage: Stage): Slice {
  return slices[`${schedule[at]?.generation ?? 1}.${stage}`] as Slice;
}

/** The same for those that others read too. */
export function sliceOf<Name extends keyof Slices>(match: Scheduled, stage: Name): Slices[Name] {
  return ownSlice<Slices[Name]>(match, stage);
}

/** What this stage remembers of the team in the present generation; for stages whose slice no other reads. */
export function ownTeamSlice<Slice>({ now }: Team, stage: Stage): Slice {
  return (now as Partial<Record<Stage, unknown>>)[stage] as Slice;
}

/** The team's training runs of the present generation that have begun. */
export function runsOf({ now }: Pick<Team, 'now'>): TrainingRun[] {
  return TRAINING_STAGES.flatMap((stage) => now[stage].run ?? []);
}
