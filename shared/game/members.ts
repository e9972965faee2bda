/** Who is in a team, and which team a player is in; players may be removed while a move of theirs is on its way. */

import { lookUp } from './look-up.ts';
import type { Match, SeatedPlayer, Team } from './match.ts';
import type { Watcher } from './watcher.ts';
import { fail, ok, type Result } from './result.ts';

export function membersOf(match: Match, teamId: string): SeatedPlayer[] {
  return Object.values(match.players).filter((player) => player.teamId === teamId);
}

/** Who is gone for so long is not waited for any more. */
const ABSENCE_SECONDS = 60;

/**
 * Members whose voice counts: those who are here, and those who were a moment ago. A phone that sleeps or changes its network must
 * not turn the one voice that is left into a majority.
 */
export function votersOf(match: Match, teamId: string, nowMs: number): SeatedPlayer[] {
  return membersOf(match, teamId).filter(
    ({ absentSinceMs }) => absentSinceMs === null || nowMs - absentSinceMs < ABSENCE_SECONDS * 1000,
  );
}

/** Teams that have anybody in them; one whose last player the host has removed is waited for by nobody. */
export function peopledTeams({ players, teams }: Match): Team[] {
  const peopled = new Set(Object.values(players).map(({ teamId }) => teamId));
  return Object.values(teams).filter(({ id }) => peopled.has(id));
}

/** Teams that are in the contest: those, too, that a bot plays. */
export function playingTeams(match: Match): Team[] {
  return match.settings.bots ? Object.values(match.teams) : peopledTeams(match);
}

export function findPlayer({ players }: Pick<Match, 'players'>, playerId: string): Result<SeatedPlayer> {
  const player = lookUp(players, playerId);
  return player ? ok(player) : fail('lobby/no_such_player');
}

export function findWatcher({ audience }: Pick<Match, 'audience'>, watcherId: string): Result<Watcher> {
  const watcher = lookUp(audience, watcherId);
  return watcher ? ok(watcher) : fail('lobby/no_such_player');
}

export function findTeam({ teams }: Pick<Match, 'teams'>, teamId: string): Result<Team> {
  const team = lookUp(teams, teamId);
  return team ? ok(team) : fail('lobby/no_such_team');
}

/** The team that this player is in. */
export function findTeamOf(match: Pick<Match, 'players' | 'teams'>, playerId: string): Result<Team> {
  const player = findPlayer(match, playerId);
  return player.ok ? findTeam(match, player.value.teamId) : player;
}
