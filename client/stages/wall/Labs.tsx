/** All labs: who is in them, or whether they have decided. */

import { t } from '../../i18n/t.ts';
import { Paper } from '../../ui/Paper.tsx';
import { shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import type { WallProps } from '../entry.ts';

/** `decides` where the stage waits for each lab's decision. */
export function Labs({ match, unitPx, decides }: WallProps & { decides: boolean }) {
  return (
    <ul class="labs">
      {match.teams.map((team, index) => {
        const members = match.players.filter((player) => player.teamId === team.id);
        if (match.stage !== 'lobby' && members.length === 0) return null;
        const done = team.committed.some((stage) => stage === match.stage);
        return (
          <li key={team.id}>
            <Paper cut="slip" seed={index} class="lab-slip">
              <TeamShape shape={shapeOf(team.look)} sizePx={56 * unitPx} />
              <div>
                <b class="title-face">{team.name}</b>
                <span class="muted">
                  {decides
                    ? done
                      ? `✓ ${t('projector.done')}`
                      : t('projector.deciding')
                    : members.map((member) => member.name).join(', ') || t('lobby.empty')}
                </span>
              </div>
            </Paper>
          </li>
        );
      })}
    </ul>
  );
}
