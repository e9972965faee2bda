/** What the console says of a lab while it paints. */

import { t } from '../../i18n/t.ts';
import type { LabLine } from '../entry.ts';
import { paintPlanWords } from '../image-plan-words.ts';
import { proposalFacts } from '../lab-facts.ts';
import { ownPaintOf, paintOf } from './draft.ts';

export const labLine: LabLine = (match, team) => {
  const far = paintOf(team);
  const plan = ownPaintOf(team)?.plan;
  if (!far) return [t('line.noPainter'), ...proposalFacts(match, team)];
  return [
    ...(plan ? [paintPlanWords(plan)] : []),
    t('line.paint', { steps: far.steps, total: far.stepsTotal }),
  ];
};
