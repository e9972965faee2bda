/** What a bot does next, from nothing but what a player sees: proposes its team's choice or agrees to a team-mate's. */

import type { PlayerMove } from '../../shared/rules/moves.ts';
import type { TeamPlan } from '../../shared/rules/match.ts';
import type { MatchView } from '../../shared/schema/view.ts';
import type { TeamChoices } from './choices.ts';

/** The choice that a stage asks for, or null in a stage without one. */
function chosenPlan(stage: MatchView['stage'], choices: TeamChoices): TeamPlan | null {
  if (stage === 'data') return { stage, plan: choices.data };
  if (stage === 'scale') return { stage, plan: choices.scale };
  if (stage === 'fine-tune') return { stage, plan: choices['fine-tune'] };
  return null;
}

/** The next move of this player, or null while there is nothing to say. The team's first member proposes, the rest agree. */
export function nextMove(view: MatchView, playerId: string, choices: TeamChoices): PlayerMove | null {
  const me = view.players.find(({ id }) => id === playerId);
  const team = view.teams.find(({ id }) => id === me?.teamId);
  const proposed = chosenPlan(view.stage, choices);
  if (!me || !team?.desk || !proposed || team.committed.includes(proposed.stage)) return null;
  const proposals = team.desk.proposals.filter((proposal) => proposal.proposed.stage === proposed.stage);
  if (proposals.some(({ agreedIds }) => agreedIds.includes(playerId))) return null;
  if (proposals.length > 0) return { type: 'plan/agree', proposalId: proposals[0].id };
  const first = view.players.find(({ teamId, connected }) => teamId === team.id && connected);
  return first?.id === playerId ? { type: 'plan/propose', proposed } : null;
}
