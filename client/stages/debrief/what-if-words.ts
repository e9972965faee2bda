/** What a lab may ask after a match, and each question in words. */

import { CHANGES, isOfShape, withChange, type Change, type Decided } from '../../../shared/game/changes.ts';
import {
  offeredChanges,
  type DebriefOwnView,
  type WhatIfView,
} from '../../../shared/game/stages/debrief/what-if.ts';
import type { MatchView, TeamView } from '../../../shared/game/sync/view.ts';
import { t } from '../../i18n/t.ts';

/** What the lab has asked, the first first. */
export function askedOf({ own }: TeamView): readonly WhatIfView[] {
  return (own?.views.debrief as DebriefOwnView | undefined)?.whatIfs ?? [];
}

/** What the lab decided, and what of it may be changed; without plans where it never trained. */
export function offerOf(
  { budgetFlops }: MatchView,
  { debrief, runs }: TeamView,
): { plans: Decided | null; offered: Change[]; isShapeLeftOut: boolean } {
  const { data, scale, 'fine-tune': lessons } = debrief?.plans ?? {};
  if (!data || !scale || !runs.pretrain) return { plans: null, offered: [], isShapeLeftOut: false };
  const isTuned = (runs['fine-tune']?.roundsDone ?? 0) > 0;
  const plans: Decided = { data, scale, 'fine-tune': isTuned ? (lessons ?? null) : null };
  const offered = offeredChanges(plans, budgetFlops ?? 0);
  const isShapeLeftOut = CHANGES.some(
    (change) => isOfShape(change) && !offered.includes(change) && withChange(plans, change) !== null,
  );
  return { plans, offered, isShapeLeftOut };
}

/** "it had never read web pages": what follows "What if". */
export function changeWords(plans: Decided, change: Change): string {
  const after = withChange(plans, change) ?? plans;
  switch (change) {
    case 'even shares':
      return t('whatIf.change.even');
    case 'copies':
      return t(
        after.data.cleaning.similarity === null ? 'whatIf.change.copiesIn' : 'whatIf.change.copiesOut',
      );
    case 'fewer tokens':
    case 'more tokens':
      return t('whatIf.change.tokens', { count: after.data.vocabSize });
    case 'smaller':
    case 'bigger':
      return t('whatIf.change.size', { size: t(`size.${after.scale.size}`).toLowerCase() });
    case 'context':
      return t('whatIf.change.context', { count: after.scale.contextLength });
    case 'architecture':
      return t(`whatIf.change.${after.scale.architecture ?? 'transformer'}`);
    case 'rate':
      return t(after.scale.learningRate === 'bold' ? 'whatIf.change.bold' : 'whatIf.change.normal');
    case 'replay': {
      const share = Math.round(100 * (after['fine-tune']?.replayShare ?? 0));
      return share === 0 ? t('whatIf.change.noReplay') : t('whatIf.change.someReplay', { share });
    }
    default: {
      const kind = Object.keys(plans.data.purchases).find((bought) => change === `without ${bought}`);
      return t('whatIf.change.without', {
        kind: t(`kind.${(kind ?? 'web') as 'web'}`).toLowerCase(),
      });
    }
  }
}
