/** The align stage on the projector: who leads, and how many votes there are. */

import { t } from '../../i18n/t.ts';
import type { Wall } from '../entry.ts';
import { decidedWords } from '../wall/race.ts';
import { SoFar } from '../wall/SoFar.tsx';

export const alignWall: Wall = {
  Side: SoFar,
  progress: (match) =>
    `${t('projector.votes', { votes: match.votes, pairs: match.pairs })}; ${decidedWords(match)}`,
};
