/** Who is for what in a team. */

import type { Team } from './match.ts';

/** Takes a player's agreement away from every proposal but one; proposals without agreement vanish. */
export function withdraw(team: Team, playerId: string, exceptId?: string): void {
  for (const proposal of team.proposals) {
    if (proposal.id !== exceptId) proposal.agreedIds = proposal.agreedIds.filter((id) => id !== playerId);
  }
  team.proposals = team.proposals.filter((proposal) => proposal.agreedIds.length > 0);
}
