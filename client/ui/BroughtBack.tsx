/** Says that the match is back after a restart of the server, and what of it. */

import { t } from '../i18n/t.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';

export function BroughtBack({ match }: { match: Pick<MatchView, 'broughtBack'> }) {
  return match.broughtBack ? (
    <p class="brought-back" role="status">
      {t(`brought-back.${match.broughtBack}`)}
    </p>
  ) : null;
}
