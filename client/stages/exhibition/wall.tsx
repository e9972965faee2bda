/** The exhibition on the projector: the ranking, with what each lab painted at the first try. */

import '../image-stages.css';
import { t } from '../../i18n/t.ts';
import { Paper } from '../../ui/Paper.tsx';
import { shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import type { Wall, WallProps } from '../entry.ts';
import { Hung } from '../Hung.tsx';
import { useTurns } from '../wall/use-turns.ts';
import { partsWords } from './Ranking.tsx';
import { exhibitionOf, ranked } from './shown.ts';

/** Labs that fit under each other. */
const MOST_ROWS = 4;

function Podium({ match, unitPx }: WallProps) {
  const shown = useTurns(ranked(match), MOST_ROWS);
  return (
    <Paper class="race exhibition-wall">
      <h2>{t('exhibition.ranking')}</h2>
      <ol>
        {shown.map((team) => {
          const seen = exhibitionOf(team);
          return (
            <li key={team.id}>
              <TeamShape shape={shapeOf(team.look)} sizePx={56 * unitPx} />
              <div>
                <b class="title-face">{team.name}</b>
                <p class="muted parts">{seen ? partsWords(seen.score) : t('exhibition.measuring')}</p>
              </div>
              {seen ? (
                <Hung
                  title={t('exhibition.pictures', { team: team.name })}
                  pictures={seen.exhibit.pictures}
                  mark={(i) => (seen.exhibit.right[i] ? '✓' : '✗')}
                />
              ) : (
                <span />
              )}
              <b class="title-face">{seen ? Math.round(seen.score.total) : '…'}</b>
            </li>
          );
        })}
      </ol>
    </Paper>
  );
}

export const exhibitionWall: Wall = { Main: Podium };
