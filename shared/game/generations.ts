/** Generations of a match: how many there are, which one it is in, and what a lab takes from one into the next. */

import type { Match, Step, Team, TeamSlices } from './match.ts';
import { seedIn } from './seeds.ts';
import { allRules, rulesOf } from './stages/registry.ts';

/** What a stage remembers that has not begun. */
export function rememberIn({ stage, generation }: Step, lotSeed: number): unknown {
  return rulesOf(stage).remember?.({ lotSeed: seedIn(generation, lotSeed) }) ?? null;
}

/** What all stages remember of a team whose generation has just begun. */
export function createTeamSlices(): TeamSlices {
  const slices = allRules.map(({ name, rememberTeam }) => [name, rememberTeam?.() ?? null]);
  return Object.fromEntries(slices) as TeamSlices;
}

/** Puts away what the labs did in the generation that is over, and lets them begin anew. */
export function turnGeneration({ teams }: Match): void {
  for (const team of Object.values(teams)) turn(team);
}

function turn(team: Team): void {
  team.past.push(team.now);
  team.now = createTeamSlices();
  team.defaulted = [];
  team.takenUnsaid = [];
}
