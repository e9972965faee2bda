/** What the console says of a lab in the exhibition. */

import { t } from '../../i18n/t.ts';
import type { LabLine } from '../entry.ts';
import { exhibitionOf } from './shown.ts';
import { partsWords } from './Ranking.tsx';

export const labLine: LabLine = (_match, team) => {
  const seen = exhibitionOf(team);
  if (!seen) return [t('exhibition.measuring')];
  const { score } = seen;
  return [t('exhibition.points', { points: Math.round(score.total) }), partsWords(score)];
};
