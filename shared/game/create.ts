/** A new match: teams with names and looks, nobody in them yet, the lobby open. */

import { teamIdAt } from './ids.ts';
import type { Match, Step, Team, TeamSlices } from './match.ts';
import type { MatchSettings } from './settings.ts';
import { allRules, rulesOf } from './stages/registry.ts';

/** Names of labs, drawn by the server without repeats. */
export const TEAM_NAMES = [
  'Mudlarks',
  'Tin Hat',
  'Big Kettle',
  'Night Owls',
  'Odd Socks',
  'Loose Screws',
  'Paper Cuts',
  'Warm Soup',
  'Second Breakfast',
  'Sharp Pencils',
  'Lost Mittens',
  'Quiet Thunder',
] as const;

/** What all stages remember of a team whose generation has just begun. */
function createTeamSlices(): TeamSlices {
  const slices = allRules.map(({ name, rememberTeam }) => [name, rememberTeam?.() ?? null]);
  return Object.fromEntries(slices) as TeamSlices;
}

export function createTeam(index: number, name: string): Team {
  return {
    id: teamIdAt(index),
    name,
    look: index,
    proposals: [],
    defaulted: [],
    now: createTeamSlices(),
    past: [],
  };
}

/** All stages in their order, once. */
function createSchedule(): Step[] {
  return allRules.map(({ name: stage }) => ({ id: `1.${stage}`, generation: 1, stage }));
}

/** `teamNames` has one name for each of `settings.teamCount` teams; `lotSeed` decides what is auctioned. */
export function createMatch(options: {
  code: string;
  settings: MatchSettings;
  teamNames: readonly string[];
  lotSeed: number;
}): Match {
  const teams = options.teamNames
    .slice(0, options.settings.teamCount)
    .map((name, index) => createTeam(index, name));
  const schedule = createSchedule();
  return {
    code: options.code,
    settings: options.settings,
    stage: 'lobby',
    stageEndsAtMs: null,
    pausedAtMs: null,
    locked: false,
    budgetFlops: null,
    players: {},
    teams: Object.fromEntries(teams.map((team) => [team.id, team])),
    schedule,
    at: 0,
    slices: Object.fromEntries(
      schedule.map(({ id, stage }) => [id, rulesOf(stage).remember?.({ lotSeed: options.lotSeed }) ?? null]),
    ),
    sequence: 0,
    appliedMoveIds: {},
  };
}
