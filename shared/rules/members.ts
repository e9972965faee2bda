/** Who is in a team. */

import type { Match, Player } from './match.ts';

export function membersOf(match: Match, teamId: string): Player[] {
  return Object.values(match.players).filter((player) => player.teamId === teamId);
}
