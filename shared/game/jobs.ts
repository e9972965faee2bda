/** What a match wants done next by the referee; pure, so that every case is a small test. */

import { rulesIn } from './left-out.ts';
import type { Match, Team } from './match.ts';
import type { StageJob } from './stage.ts';
import type { STAGE_RULES } from './stages/registry.ts';

type JobOf<Rules> = Rules extends
  | { jobs: (match: Match, team: Team) => infer Next }
  | { matchJob: (match: Match) => infer Next }
  ? NonNullable<Next>
  : never;

/** Every kind of job that any stage has. */
export type Job = JobOf<(typeof STAGE_RULES)[keyof typeof STAGE_RULES]>;

/** The earliest stage that wants something comes first: later ones build on what it makes. */
function nextJobOf(match: Match, team: Team): StageJob | null {
  for (const { jobs } of rulesIn(match)) {
    const job = jobs?.(match, team);
    if (job) return job;
  }
  return null;
}

/**
 * One job for each team that has any and none under way. So a team's scoring never piles up: what is scored next is
 * always its newest model, and thirty teams take turns in the referee's queue. What concerns all teams waits until none
 * of them has a job left: everybody's last model must stand before it is asked anything.
 */
export function nextJobs(match: Match, busyTeamIds: ReadonlySet<string>): Job[] {
  if (match.stage === 'lobby') return [];
  const teams = Object.values(match.teams);
  const wanted = teams.map((team) => nextJobOf(match, team));
  const ofTeams = wanted.flatMap((job) => (job && !busyTeamIds.has(job.teamId) ? [job] : []));
  const isIdle = wanted.every((job) => job === null) && teams.every(({ id }) => !busyTeamIds.has(id));
  const ofMatch = isIdle
    ? rulesIn(match)
        .flatMap(({ matchJob }) => matchJob?.(match) ?? [])
        .filter(({ teamId }) => !busyTeamIds.has(teamId))
    : [];
  /* The registry's stages make no others. */
  return [...ofTeams, ...ofMatch] as Job[];
}
