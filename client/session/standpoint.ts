/** Who am I, and what is my team: the view of the match from this seat. */

import type { Player } from '../../shared/game/match.ts';
import type { MatchView, TeamView } from '../../shared/game/sync/view.ts';

export interface Standpoint {
  match: MatchView;
  me: Player;
  team: TeamView;
  /** Members of the team, me included. */
  members: Player[];
}

/** The match from a player's seat; null where the player or the team is not in it (any more). */
export function standpointOf(view: MatchView, playerId: string): Standpoint | null {
  const me = view.players.find((player) => player.id === playerId);
  const team = me && view.teams.find((candidate) => candidate.id === me.teamId);
  if (!me || !team) return null;
  return { match: view, me, team, members: view.players.filter((player) => player.teamId === team.id) };
}
