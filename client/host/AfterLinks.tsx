/** What a class takes home from a match: links on the console, once there is something to take. */

import { t } from '../i18n/t.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { EnterHall } from '../stages/EnterHall.tsx';
import { isMatchOver } from '../session/over.ts';

export function AfterLinks({ match }: { match: MatchView }) {
  const isOver = isMatchOver(match);
  const isDebrief = match.stage === 'debrief';
  if (!isDebrief && !isOver) return null;
  return (
    <ul class="after-links">
      {isDebrief && (
        <li>
          <a class="link" href={`/report?code=${match.code}`} target="_blank" rel="noopener">
            {t('report.open')}
          </a>
        </li>
      )}
      {isOver && (
        <li>
          <a class="link" href={`/replay?code=${match.code}`} target="_blank" rel="noopener">
            {t('replay.open')}
          </a>
        </li>
      )}
      {isDebrief && isOver && (
        <li>
          <EnterHall />
        </li>
      )}
    </ul>
  );
}
