/** Who leads the race so far. */

import { t } from '../../i18n/t.ts';
import type { TeamView } from '../../../shared/game/sync/view.ts';
import { Paper } from '../../ui/Paper.tsx';
import { shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import type { WallProps } from '../entry.ts';
import { raceOrder } from './race.ts';

/** `standing` says how a lab does by another measure; null where it has none yet. */
export function SoFar({
  match,
  unitPx,
  standing,
}: WallProps & { standing?: (team: TeamView) => string | null }) {
  const order = raceOrder(match);
  if (order.every((entry) => entry.bits === null)) return null;
  return (
    <Paper cut="sheet" seed={1} class="so-far">
      <h2>{t('projector.rankingSoFar')}</h2>
      <ol>
        {order.slice(0, 5).map(({ team, bits }) => (
          <li key={team.id}>
            <TeamShape shape={shapeOf(team.look)} sizePx={44 * unitPx} />
            <b>{team.name}</b>
            <span class="title-face">{standing?.(team) ?? bits?.toFixed(2) ?? '…'}</span>
          </li>
        ))}
      </ol>
    </Paper>
  );
}
