/** A stage begins again: what it came to is forgotten, and so is what later stages had begun on the strength of it. */

import { rememberIn } from './generations.ts';
import type { Match, Team, TeamSlices } from './match.ts';
import { fail, type Result } from './result.ts';
import { begin, generationOf } from './schedule.ts';
import { done, type Context } from './stage.ts';
import { allRules, rulesOf } from './stages/registry.ts';
import { TRAINING_STAGES } from './match.ts';

/** Whether the stage that is on can begin again. */
export function mayBeginAgain(match: Match): boolean {
  return rulesOf(match.stage).mayBeginAgain?.(match) ?? true;
}

/** The present stage begins again, with the whole of its clock. In a pause it stands there until the host goes on. */
export function beginAgain({ match, nowMs }: Context): Result<void> {
  if (!mayBeginAgain(match)) return fail('match/not_again');
  forgetSlices(match);
  for (const team of Object.values(match.teams)) forgetTeam(match, team);
  match.repeats += 1;
  begin({ match, nowMs: match.pausedAtMs ?? nowMs });
  return done();
}

/** Rules of the present stage and of those after it. */
function rulesFromNow({ stage }: Match): typeof allRules {
  return allRules.slice(allRules.findIndex(({ name }) => name === stage));
}

function forgetSlices(match: Match): void {
  const rules = new Map(rulesFromNow(match).map((each) => [each.name, each]));
  for (const step of match.schedule) {
    const own = rules.get(step.stage);
    if (!own || step.generation !== generationOf(match)) continue;
    const again = own.rememberAgain?.(match.slices[step.id]);
    match.slices[step.id] = again ?? rememberIn(step, match.lotSeed);
  }
}

function forgetTeam(match: Match, team: Team): void {
  const rules = rulesFromNow(match);
  for (const stage of TRAINING_STAGES) {
    const { run } = team.now[stage];
    const isForgotten = rules.some(({ name }) => name === stage);
    if (run && isForgotten) team.spentRounds[stage] = run.roundsOpened;
  }
  const fresh = rules.map(({ name, rememberTeam }) => [name, rememberTeam?.() ?? null]);
  team.now = { ...team.now, ...(Object.fromEntries(fresh) as Partial<TeamSlices>) };
  const isBefore = (stage: string): boolean => !rules.some(({ name }) => name === stage);
  team.defaulted = team.defaulted.filter(isBefore);
  team.takenUnsaid = team.takenUnsaid.filter(isBefore);
}
