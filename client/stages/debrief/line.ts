/** What the console says of a lab in the debrief: what it came to. */

import { t } from '../../i18n/t.ts';
import { guessWords } from '../../i18n/guess.ts';
import { endBits } from '../curves.ts';
import type { LabLine } from '../entry.ts';

export const labLine: LabLine = (_match, team) => {
  const score = team.debrief?.score;
  const bits = endBits(team);
  return [
    ...(score ? [t('line.score', { total: Math.round(score.total) })] : [t('line.tested')]),
    ...(bits === null ? [] : [t('line.guesses', { guess: guessWords(bits) })]),
  ];
};
