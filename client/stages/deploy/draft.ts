/** The player's own product on the workbench, and what the page knows of the town's day. */

import { DEFAULT_DEPLOY_PLAN, type DeployPlan } from '../../../shared/game/stages/deploy/state.ts';
import type { DeployView, ShopView } from '../../../shared/game/stages/deploy/view.ts';
import type { MatchView, TeamView } from '../../../shared/game/sync/view.ts';
import { seatSignal } from '../../session/per-seat.ts';

export const deployDraft = seatSignal<DeployPlan>(DEFAULT_DEPLOY_PLAN);

export function dayOf({ views }: Pick<MatchView, 'views'>): DeployView | null {
  return (views.deploy as DeployView | undefined) ?? null;
}

export function shopOf({ own }: Pick<TeamView, 'own'>): ShopView | null {
  return (own?.views.deploy as ShopView | undefined) ?? null;
}
