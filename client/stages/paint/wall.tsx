/** Painting on the projector: how far each lab's painter is. */

import '../image-stages.css';
import { playingTeams } from '../../../shared/game/sync/view.ts';
import { t } from '../../i18n/t.ts';
import { Paper } from '../../ui/Paper.tsx';
import { hueOf, shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import { decisionWords } from '../decision-words.ts';
import type { Wall, WallProps } from '../entry.ts';
import { Hung } from '../Hung.tsx';
import { useTurns } from '../wall/use-turns.ts';
import { ownPaintOf, paintOf } from './draft.ts';

/** Rows that fit under each other. */
const MOST_ROWS = 8;
/** With more labs there is no room for what they paint by now. */
const MOST_WITH_PICTURES = 4;

function Race({ match, unitPx }: WallProps) {
  const labs = playingTeams(match);
  const shown = useTurns(labs, MOST_ROWS);
  const hasRoom = labs.length <= MOST_WITH_PICTURES;
  return (
    <Paper class="race">
      <h2>{t('paint.race')}</h2>
      <ol class="wall-rows">
        {shown.map((team) => {
          const { steps, stepsTotal } = paintOf(team) ?? { steps: 0, stepsTotal: 1 };
          const share = Math.round((100 * steps) / stepsTotal);
          return (
            <li key={team.id}>
              <TeamShape shape={shapeOf(team.look)} sizePx={56 * unitPx} />
              <b class="title-face">{team.name}</b>
              <span class="wall-bar">
                <i style={{ width: `${share}%`, background: hueOf(team.look) }} />
                {hasRoom && <Hung title={t('paint.shown')} pictures={ownPaintOf(team)?.shown ?? []} />}
              </span>
              <span>
                {paintOf(team) ? t('paint.steps', { steps, total: stepsTotal }) : decisionWords(match, team)}
              </span>
            </li>
          );
        })}
      </ol>
    </Paper>
  );
}

export const paintWall: Wall = { Main: Race };
