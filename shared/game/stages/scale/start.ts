/** What the plan says of the model to start from, checked against what the lab has. */

import type { Team } from '../../match.ts';
import { fail, ok, type Result } from '../../result.ts';
import { ancestorOf } from '../../training/start.ts';
import type { ScalePlan } from './plan.ts';

/** Whether the team has a checkpoint to go on from, and the plan leaves its shape as it is. */
export function checkStart(team: Team, plan: ScalePlan): Result<ScalePlan> {
  if (plan.start !== 'checkpoint') return ok(plan);
  const ancestor = ancestorOf(team);
  if (!ancestor) return fail('scale/no_checkpoint');
  const isSame =
    plan.size === ancestor.size &&
    plan.contextLength === ancestor.contextLength &&
    (plan.architecture ?? 'transformer') === ancestor.architecture;
  return isSame ? ok(plan) : fail('scale/other_shape');
}
