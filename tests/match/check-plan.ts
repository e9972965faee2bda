/** Whether a plan would be allowed to any team with this lot, whatever else happens in its match. */

import type { TeamPlan } from '../../shared/game/match.ts';
import { ok, type Result } from '../../shared/game/result.ts';
import { DATA_BUDGET_COINS } from '../../shared/game/stages/data/coins.ts';
import { checkDataPlan, type Lot } from '../../shared/game/stages/data/plan.ts';
import { checkFineTunePlan } from '../../shared/game/stages/fine-tune/plan.ts';
import { checkScalePlan } from '../../shared/game/stages/scale/plan.ts';

export function checkPlan(proposed: TeamPlan, lot: Lot | null): Result<unknown> {
  if (proposed.stage === 'data') return checkDataPlan(proposed.plan, lot, DATA_BUDGET_COINS);
  if (proposed.stage === 'scale') return checkScalePlan(proposed.plan);
  return proposed.stage === 'fine-tune' ? checkFineTunePlan(proposed.plan) : ok(proposed.plan);
}
