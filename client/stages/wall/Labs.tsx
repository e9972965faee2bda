/** All labs: who is in them, or whether they have decided. */

import { playingTeams } from '../../../shared/game/sync/view.ts';
import { t } from '../../i18n/t.ts';
import type { Player } from '../../../shared/game/match.ts';
import { Paper } from '../../ui/Paper.tsx';
import { shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import { decisionWords } from '../decision-words.ts';
import type { WallProps } from '../entry.ts';
import { useTurns } from './use-turns.ts';

/** Labs that stand side by side in one row. */
const ONE_ROW = 4;
/** Labs that are shown at once; more take turns. */
const MOST_LABS = 8;

/** Their names; where many labs leave no room for them, how many they are. */
function membersWords(members: readonly Player[], labs: number): string {
  if (members.length === 0) return t('lobby.empty');
  if (labs > ONE_ROW) return t('projector.players', { count: members.length });
  return members.map(({ name }) => name).join(', ');
}

/** `decides` where the stage waits for each lab's decision. */
export function Labs({ match, unitPx, decides }: WallProps & { decides: boolean }) {
  const there = match.stage === 'lobby' ? match.teams : playingTeams(match);
  const shown = useTurns(there, MOST_LABS);
  return (
    <ul class={`labs ${match.teams.length > ONE_ROW ? 'many' : ''}`}>
      {shown.map((team, index) => {
        const members = match.players.filter((player) => player.teamId === team.id);
        return (
          <li key={team.id}>
            <Paper cut="slip" seed={index} class="lab-slip">
              <TeamShape shape={shapeOf(team.look)} sizePx={56 * unitPx} />
              <div>
                <b class="title-face">{team.name}</b>
                <span class="muted">
                  {decides ? decisionWords(match, team) : membersWords(members, match.teams.length)}
                </span>
              </div>
            </Paper>
          </li>
        );
      })}
    </ul>
  );
}
