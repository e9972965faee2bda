/** Which year of the match it is; nothing in a match of one. */

import { t } from '../i18n/t.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';

export function YearTag({ match }: { match: MatchView }) {
  const count = match.settings?.generations ?? 1;
  if (count === 1) return null;
  const words = t('year.position', { year: match.generation, count });
  return <span class="year-tag small"> · {words}</span>;
}
