/** Who is in a team, and which team a player is in; players may be removed while a move of theirs is on its way. */

import { lookUp } from './look-up.ts';
import type { Match, Player, Team } from './match.ts';
import { fail, ok, type Result } from './result.ts';

export function membersOf(match: Match, teamId: string): Player[] {
  return Object.values(match.players).filter((player) => player.teamId === teamId);
}

export function findPlayer({ players }: Pick<Match, 'players'>, playerId: string): Result<Player> {
  const player = lookUp(players, playerId);
  return player ? ok(player) : fail('lobby/no_such_player');
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
