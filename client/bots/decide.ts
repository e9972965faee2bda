/** What a bot does next, from nothing but what a player sees: proposes its team's choice or agrees to a team-mate's. */

import type { ScalePlan } from '../../shared/game/stages/scale/plan.ts';
import { DATA_BUDGET_COINS } from '../../shared/game/stages/data/coins.ts';
import { lotOf } from '../../shared/game/stages/data/auction.ts';
import { withLot } from '../../shared/game/stages/data/plan.ts';
import type { PlayerMove } from '../../shared/game/moves.ts';
import type { TeamPlan } from '../../shared/game/match.ts';
import type { MatchView, TeamView } from '../../shared/game/sync/view.ts';
import type { TeamChoices } from '../../shared/game/bot-choices.ts';
import { botGate } from '../../shared/game/bot-gate.ts';
import { duelOf, hardeningOf, testOf } from '../../shared/game/stages/test/shown.ts';
import type { Alignment } from '../../shared/game/stages/align/state.ts';
import { isSameProduct, type Product } from '../../shared/game/stages/deploy/state.ts';
import { shopOf } from '../../shared/game/stages/deploy/shown.ts';

/** Of answers in form a careful lab gives up no more than this for others that people like better. */
const FORM_TO_LOSE = 0.03;

/** Last year's model is gone on from where there is one, unless the choice is to begin anew. */
function scalePlan({ own }: TeamView, { scale }: TeamChoices): ScalePlan {
  const ancestor = own?.ancestor;
  if (!ancestor || scale.start === 'scratch') return scale;
  const { size, contextLength } = ancestor;
  return { ...scale, size, contextLength, start: 'checkpoint' };
}

/** Keeps an aligned model that is friendlier and as true and well-formed as before, as far as the page can tell. */
function judged({ before, outcome }: Alignment): 'keep' | 'undo' {
  if (!before || !outcome) return 'undo';
  const { kindShare, trueShare, inFormShare } = outcome.after;
  const gain =
    kindShare - before.kindShare + (trueShare - before.trueShare) + (inFormShare - before.inFormShare);
  return gain > 0 && inFormShare > before.inFormShare - FORM_TO_LOSE ? 'keep' : 'undo';
}

/** The next product that the lab is to try out; null when it has seen all of them. */
function nextToTry(team: TeamView, { tries }: TeamChoices): Product | null {
  const tried = shopOf(team)?.tried ?? [];
  return tries.find((one) => !tried.some(({ product }) => isSameProduct(one, product))) ?? null;
}

/** One product after the other, once the lab's replica has been timed. */
function nextTry(team: TeamView, choices: TeamChoices): PlayerMove | null {
  const shop = shopOf(team);
  const product = nextToTry(team, choices);
  return shop?.replica && !shop.wanted && product ? { type: 'deploy/try', product } : null;
}

/** The choice that a stage asks for, or null in a stage without one and while there is nothing to say. */
function chosenPlan(
  view: MatchView,
  team: TeamView,
  choices: TeamChoices,
  hasRated: boolean,
): TeamPlan | null {
  const { stage } = view;
  if (stage === 'data') {
    const { auction } = view;
    const lot = auction && lotOf({ auction }, team.id);
    return { stage, plan: withLot(choices.data, lot, team.own?.coins ?? DATA_BUDGET_COINS) };
  }
  if (stage === 'scale') return { stage, plan: scalePlan(team, choices) };
  if (stage === 'deploy') return { stage, plan: choices.deploy };
  if (stage === 'pictures' || stage === 'paint' || stage === 'gallery')
    return { stage, plan: choices[stage] } as TeamPlan;
  if (stage === 'fine-tune') return { stage, plan: choices['fine-tune'] };
  if (stage === 'test') {
    const { examined, hardening } = testOf(team);
    const fell = duelOf(view)?.counts[team.id]?.fell ?? 0;
    if (!examined || hardeningOf(team)) return null;
    const isToHarden = choices.harden && fell > 0 && !hardening && examined.candidate !== 'pretrain';
    return { stage, plan: { gate: isToHarden ? 'harden' : botGate(examined, choices.gate) } };
  }
  const alignment = team.own?.alignment;
  if (stage !== 'align' || !alignment || !hasRated || alignment.wanted) return null;
  const { verdict, ...training } = choices.align;
  if (alignment.outcome) return { stage, plan: { kind: verdict === 'judge' ? judged(alignment) : verdict } };
  return alignment.trained ? null : { stage, plan: { kind: 'train', ...training } };
}

/**
 * The next move of this player, or null while there is nothing to say. The team's first member proposes, the rest agree.
 * `hasRated` tells that all bots had the time to rate their pairs.
 */
export function nextMove(
  view: MatchView,
  playerId: string,
  choices: TeamChoices,
  hasRated = false,
): PlayerMove | null {
  const me = view.players.find(({ id }) => id === playerId);
  const team = view.teams.find(({ id }) => id === me?.teamId);
  if (team && view.stage === 'deploy' && nextToTry(team, choices))
    return isFirst(view, team, playerId) ? nextTry(team, choices) : null;
  const proposed = team && chosenPlan(view, team, choices, hasRated);
  if (!me || !team?.own || !proposed || team.committed.includes(proposed.stage)) return null;
  if (view.stage === 'data' && view.auction?.outcome === null) return nextBid(view, team, playerId, choices);
  const proposals = team.own.proposals.filter((proposal) => proposal.proposed.stage === proposed.stage);
  if (proposals.some(({ agreedIds }) => agreedIds.includes(playerId))) return null;
  if (proposals.length > 0) return { type: 'plan/agree', proposalId: proposals[0].id };
  return isFirst(view, team, playerId) ? { type: 'plan/propose', proposed } : null;
}

/** Whether this is the member that speaks for its team: the first one who is here. */
export function isFirst(view: MatchView, team: TeamView, playerId: string): boolean {
  return view.players.find(({ teamId, connected }) => teamId === team.id && connected)?.id === playerId;
}

/** The word of somebody who decides nothing, which comes at once so that the others need not wait for the opening: no bid. */
export function passBid(view: MatchView, playerId: string): PlayerMove | null {
  const me = view.players.find(({ id }) => id === playerId);
  const team = view.teams.find(({ id }) => id === me?.teamId);
  const isOpen = view.stage === 'data' && view.auction?.outcome === null;
  return isOpen && team?.own && !team.own.bid ? { type: 'auction/bid', coins: null } : null;
}

/** The team's bid, by its first member; then all wait until the bids are opened. */
function nextBid(view: MatchView, team: TeamView, playerId: string, { bid }: TeamChoices): PlayerMove | null {
  return !team.own?.bid && isFirst(view, team, playerId) ? { type: 'auction/bid', coins: bid } : null;
}
