/** The one basket of a lab, which all its members fill together. */

import { checkOnSale } from '../../class-text.ts';
import { findTeamOf } from '../../members.ts';
import type { Match, Team } from '../../match.ts';
import { fail, ok, type Result } from '../../result.ts';
import { sliceOf } from '../../slices.ts';
import { lotOf } from './auction.ts';
import { withChange, type BasketChange } from './basket-changes.ts';
import { coinsOf } from './coins.ts';
import { checkLabels } from './labels.ts';
import { checkSettings, costOf, withLot, type DataPlan } from './plan.ts';

/** Whether the lab may hold this in its basket; what it has still to mend before it can decide is no matter here. */
function checkChange(match: Match, team: Team, before: DataPlan, change: BasketChange): Result<DataPlan> {
  const after = withChange(before, change);
  const lot = lotOf(sliceOf(match, 'data'), team.id);
  if ('portion' in change && change.portion === 'archive' && change.kind !== lot?.kind)
    return fail('data/not_your_archive', { kind: change.kind });
  if ('weight' in change && !before.purchases[change.kind])
    return fail('data/not_bought', { kind: change.kind });
  /* A lot that was won late may have left too few coins: whatever makes the basket cheaper helps. */
  const cost = costOf(after.purchases) + (lot?.coins ?? 0);
  const budget = coinsOf(team);
  if (cost > budget && costOf(after.purchases) > costOf(before.purchases))
    return fail('data/over_budget', { cost, budget });
  const checked = [checkOnSale(match, after), checkSettings(after)];
  return checked.find((found) => !found.ok) ?? ok(after);
}

/** A member changes one thing in the basket of the own lab. */
export function changeBasket(match: Match, playerId: string, change: BasketChange): Result<void> {
  if (match.stage !== 'data') return fail('match/wrong_stage', { stage: match.stage });
  const found = findTeamOf(match, playerId);
  if (!found.ok) return found;
  const team = found.value;
  const { plan, basket } = team.now.data;
  if (plan !== null) return fail('plan/already_committed');
  const checked = checkChange(match, team, basket.plan, change);
  if (!checked.ok) return checked;
  const by = { ...basket.by };
  if ('portion' in change) {
    if (change.portion === null) delete by[change.kind];
    else by[change.kind] = playerId;
  }
  team.now.data.basket = { plan: checked.value, by };
  return ok(undefined);
}

/**
 * What the clock takes where nobody proposed anything: the basket, with what the lab can't pay left out, and without a filter that
 * has too few labels to learn from. Null where nobody put anything in.
 */
export function basketAtTheEnd(match: Match, team: Team): DataPlan | null {
  const { basket, labels } = team.now.data;
  if (Object.keys(basket.by).length === 0) return null;
  const { cleaning } = basket.plan;
  const mayFilter = checkLabels({ labels }, cleaning).ok;
  const plan = mayFilter ? basket.plan : withChange(basket.plan, { quality: null });
  return withLot(plan, lotOf(sliceOf(match, 'data'), team.id), coinsOf(team));
}
