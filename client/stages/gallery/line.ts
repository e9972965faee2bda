/** What the console says of a lab in the gallery. */

import { t } from '../../i18n/t.ts';
import type { LabLine } from '../entry.ts';
import { galleryPlanWords } from '../image-plan-words.ts';
import { proposalFacts } from '../lab-facts.ts';
import { galleryOf } from './draft.ts';

export const labLine: LabLine = (match, team) => {
  const plan = galleryOf(team)?.plan;
  return plan ? [galleryPlanWords(plan)] : [t('line.noGallery'), ...proposalFacts(match, team)];
};
