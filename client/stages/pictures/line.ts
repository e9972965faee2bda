/** What the console says of a lab while it buys pictures. */

import { t } from '../../i18n/t.ts';
import type { LabLine } from '../entry.ts';
import { picturesPlanWords } from '../image-plan-words.ts';
import { proposalFacts } from '../lab-facts.ts';
import { picturesOf } from './draft.ts';

export const labLine: LabLine = (match, team) => {
  const { plan, set } = picturesOf(team) ?? {};
  if (!plan) return [t('line.noPictures'), ...proposalFacts(match, team)];
  return [
    picturesPlanWords(plan),
    ...(set ? [t('line.pictures', { left: set.left, bought: set.bought })] : []),
  ];
};
