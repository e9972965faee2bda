/** What a class takes home from a match: links on the console, once there is something to take. */

import { t } from '../i18n/t.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';

export function AfterLinks({ match }: { match: MatchView }) {
  if (match.stage !== 'debrief') return null;
  return (
    <p>
      <a class="link" href={`/report?code=${match.code}`} target="_blank" rel="noopener" data-testid="report">
        {t('report.open')}
      </a>
    </p>
  );
}
