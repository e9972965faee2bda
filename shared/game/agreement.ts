/** Who is for what in a team, and who would choose what. */

import type { Draft, Team, TeamPlan } from './match.ts';
import { isSamePlan } from './same-plan.ts';

/** Takes a player's agreement away from every proposal but one; proposals without agreement vanish. */
export function withdraw(team: Team, playerId: string, exceptId?: string): void {
  for (const proposal of team.proposals) {
    if (proposal.id !== exceptId) proposal.agreedIds = proposal.agreedIds.filter((id) => id !== playerId);
  }
  team.proposals = team.proposals.filter((proposal) => proposal.agreedIds.length > 0);
}

/** Enters what a member would choose now; who had a draft keeps the place. */
export function putDraft(team: Team, playerId: string, drafted: TeamPlan): void {
  const own = team.drafts.find((draft) => draft.playerId === playerId);
  if (own) own.drafted = drafted;
  else team.drafts.push({ playerId, drafted });
}

/** The draft that most members share, the earliest of equals; null where nobody has one. */
export function favouriteOf(drafts: readonly Draft[]): TeamPlan | null {
  const countOf = ({ drafted }: Draft): number =>
    drafts.filter((other) => isSamePlan(other.drafted, drafted)).length;
  return (
    drafts.reduce<Draft | null>(
      (best, draft) => (best && countOf(best) >= countOf(draft) ? best : draft),
      null,
    )?.drafted ?? null
  );
}
