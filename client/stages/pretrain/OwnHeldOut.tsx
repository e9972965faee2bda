/** The model's surprise at the lab's own held-out pages, beside that at the pages common to all labs. */

import { guessWords } from '../../i18n/guess.ts';
import { t } from '../../i18n/t.ts';
import type { OwnHeldOut as Score } from '../../../shared/game/held-out.ts';
import { Term } from '../../ui/Term.tsx';

export function OwnHeldOut({ score: { own, common } }: { score: Score }) {
  return (
    <p class="small" aria-live="polite">
      {t('split.score', { own: guessWords(own), common: guessWords(common) })} <Term name="ownHeldOut" />
    </p>
  );
}
