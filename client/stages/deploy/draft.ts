/** The player's own product on the workbench. */

import { DEFAULT_DEPLOY_PLAN, type DeployPlan } from '../../../shared/game/stages/deploy/state.ts';
import { seatSignal } from '../../session/per-seat.ts';

export const deployDraft = seatSignal<DeployPlan>(DEFAULT_DEPLOY_PLAN);
