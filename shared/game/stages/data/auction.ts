/** Sealed bids for the one lot of a match: a big archive of fresh text that only the winner may buy, for its own bid. */

import { createRandom } from '../../../random.ts';
import { withPurchase } from './basket-changes.ts';
import { coinsOf } from './coins.ts';
import { checkDataPlan, type Lot } from './plan.ts';
import { lookUp, put } from '../../look-up.ts';
import { findTeamOf, peopledTeams } from '../../members.ts';
import type { Match, Team } from '../../match.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Auction, DataSlice } from './state.ts';
import { sliceOf } from '../../slices.ts';

/** Nobody gets it for nothing, not even a lab that bids alone. */
export const LEAST_BID_COINS = 10;
/** The bids are opened after this part of the stage's clock, so that all have time to mix with or without the lot. */
export const AUCTION_CLOCK_SHARE = 0.4;

/** Starts the auction's clock with that of the data stage, which lasts so many seconds more; once the bids are open it has none. */
export function openAuction(match: Match, stageSeconds: number | null, nowMs: number): void {
  const { auction } = sliceOf(match, 'data');
  if (auction.outcome) return;
  auction.closesAtMs = stageSeconds === null ? null : nowMs + AUCTION_CLOCK_SHARE * stageSeconds * 1000;
}

/** A member's bid for the own team, or its pass; it replaces what the team said before. */
export function placeBid(match: Match, playerId: string, coins: number | null, nowMs: number): Result<void> {
  const { auction } = sliceOf(match, 'data');
  if (match.stage !== 'data') return fail('match/wrong_stage', { stage: match.stage });
  if (match.pausedAtMs !== null) return fail('match/paused');
  if (auction.outcome || (auction.closesAtMs !== null && nowMs >= auction.closesAtMs)) {
    return fail('auction/closed');
  }
  const found = findTeamOf(match, playerId);
  if (!found.ok) return found;
  const team = found.value;
  if (team.now.data.plan !== null) return fail('plan/already_committed');
  if (coins !== null) {
    if (!Number.isInteger(coins) || coins < 0) return fail('auction/bad_bid');
    if (coins < LEAST_BID_COINS) return fail('auction/too_low', { coins, least: LEAST_BID_COINS });
    const budget = coinsOf(team);
    if (coins > budget) return fail('auction/over_budget', { coins, budget });
  }
  put(auction.bids, team.id, { coins, playerId });
  return ok(undefined);
}

/** Whether the team has bid or passed; one that has decided on its plan without waiting has passed. */
export function hasSpoken(match: Match, team: Team): boolean {
  return Object.hasOwn(sliceOf(match, 'data').auction.bids, team.id) || team.now.data.plan !== null;
}

/** What the team's bid is worth when the bids are opened. */
function validBid(match: Match, team: Team): number | null {
  const { auction } = sliceOf(match, 'data');
  return team.now.data.plan === null ? (lookUp(auction.bids, team.id)?.coins ?? null) : null;
}

/**
 * Opens the bids: the highest wins and pays what it bid, chance decides among equals. The archive lies in the winner's basket by
 * itself; its proposals that it can no longer pay for are withdrawn. Once only.
 */
export function closeAuction(match: Match): void {
  const { auction } = sliceOf(match, 'data');
  if (auction.outcome) return;
  const teams = Object.values(match.teams);
  const bids = Object.fromEntries(teams.map((team) => [team.id, validBid(match, team)]));
  const highest = Math.max(0, ...Object.values(bids).map((coins) => coins ?? 0));
  const best = highest === 0 ? [] : teams.filter(({ id }) => lookUp(bids, id) === highest);
  const winner = best.length === 0 ? null : createRandom(auction.drawSeed).pick(best);
  auction.outcome = {
    winnerId: winner?.id ?? null,
    coins: highest,
    bids,
    isDrawn: best.length > 1,
  };
  if (!winner) return;
  deliverLot(match);
  const lot = lotOf(sliceOf(match, 'data'), winner.id);
  winner.proposals = winner.proposals.filter(
    ({ proposed }) => proposed.stage !== 'data' || checkDataPlan(proposed.plan, lot, coinsOf(winner)).ok,
  );
}

/** The archive lies in the basket of the lab that has won it. */
export function deliverLot(match: Match): void {
  const { kind, outcome } = sliceOf(match, 'data').auction;
  const winner = lookUp(match.teams, outcome?.winnerId ?? '');
  if (!winner) return;
  const { basket } = winner.now.data;
  winner.now.data.basket = { ...basket, plan: withPurchase(basket.plan, kind, 'archive') };
}

/** The data stage as it begins again: what the auction came to stays, and bids that nobody has seen are taken back. */
export function withoutBids({ auction, ...slice }: DataSlice): DataSlice {
  return { ...slice, auction: auction.outcome ? auction : { ...auction, bids: {} } };
}

/** Opens the bids when there is nothing left to wait for. */
export function closeWhenAllSpoke(match: Match): void {
  if (match.stage !== 'data') return;
  const teams = peopledTeams(match);
  if (teams.length > 0 && teams.every((team) => hasSpoken(match, team))) closeAuction(match);
}

/** The clock's own move: refused before its time. */
export function closeOnTime(match: Match, nowMs: number): Result<void> {
  if (match.pausedAtMs !== null) return fail('match/paused');
  if (!isAuctionDue(match, nowMs)) return fail('match/wrong_stage', { stage: match.stage });
  closeAuction(match);
  return ok(undefined);
}

/** Whether the bids are to be opened now. */
export function isAuctionDue(match: Match, nowMs: number): boolean {
  const { closesAtMs, outcome } = sliceOf(match, 'data').auction;
  return match.stage === 'data' && outcome === null && closesAtMs !== null && nowMs >= closesAtMs;
}

/** The lot as this team has it: null unless it won. */
export function lotOf(
  { auction }: { auction: Pick<Auction, 'kind' | 'outcome'> },
  teamId: string,
): Lot | null {
  const { kind, outcome } = auction;
  return outcome?.winnerId === teamId ? { kind, coins: outcome.coins } : null;
}
