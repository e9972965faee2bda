/** Who am I, and what is my team: the view of the match from this seat. */

import { computed } from '@preact/signals';
import type { Player } from '../../shared/game/match.ts';
import type { MatchView, TeamView } from '../../shared/game/sync/view.ts';
import { match, seat } from './session.ts';

export interface Standpoint {
  match: MatchView;
  me: Player;
  team: TeamView;
  /** Members of the team, me included. */
  members: Player[];
}

/** The match from this player's seat; null while it isn't known or for a host. */
export const standpoint = computed<Standpoint | null>(() => {
  const view = match.value;
  const playerId = seat.value?.playerId;
  if (!view || !playerId) return null;
  return standpointOf(view, playerId);
});

export function standpointOf(view: MatchView, playerId: string): Standpoint | null {
  const me = view.players.find((player) => player.id === playerId);
  const team = me && view.teams.find((candidate) => candidate.id === me.teamId);
  if (!me || !team) return null;
  return { match: view, me, team, members: view.players.filter((player) => player.teamId === team.id) };
}
