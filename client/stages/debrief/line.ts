/** What the console says of a lab in the debrief: what it came to. */

import { t } from '../../i18n/t.ts';
import { guessWords } from '../../i18n/guess.ts';
import { newestBits } from '../curves.ts';
import type { LabLine } from '../entry.ts';

export const labLine: LabLine = (_match, { debrief, runs }) => {
  const score = debrief?.score;
  const bits = newestBits(runs.pretrain);
  return [
    ...(score ? [t('line.score', { total: Math.round(score.total) })] : [t('line.tested')]),
    ...(bits === null ? [] : [t('line.guesses', { guess: guessWords(bits) })]),
  ];
};
