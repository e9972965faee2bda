/** The model's surprise at the lab's own held-out pages, beside that at the pages common to all labs. */

import { t } from '../../i18n/t.ts';
import type { OwnHeldOut as Score } from '../../../shared/game/match.ts';
import { Term } from '../../ui/Term.tsx';

export function OwnHeldOut({ score: { own, common } }: { score: Score }) {
  return (
    <p class="small" aria-live="polite">
      {t('split.score', { own: own.toFixed(2), common: common.toFixed(2) })} <Term name="ownHeldOut" />
    </p>
  );
}
