/** The gallery on the projector: what each lab's painter makes of one caption with each guidance. */

import '../image-stages.css';
import { playingTeams } from '../../../shared/game/sync/view.ts';
import { t } from '../../i18n/t.ts';
import { Paper } from '../../ui/Paper.tsx';
import { shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import type { Wall, WallProps } from '../entry.ts';
import { Hung } from '../Hung.tsx';
import { useTurns } from '../wall/use-turns.ts';
import { galleryOf } from './draft.ts';

/** Labs whose pictures fit under each other. */
const MOST_ROWS = 3;

function Steered({ match, unitPx }: WallProps) {
  const shown = useTurns(playingTeams(match), MOST_ROWS);
  return (
    <Paper class="race">
      <h2>{t('gallery.wall')}</h2>
      <ol class="wall-rows">
        {shown.map((team) => {
          const tried = galleryOf(team)?.tried ?? [];
          return (
            <li key={team.id}>
              <TeamShape shape={shapeOf(team.look)} sizePx={56 * unitPx} />
              <b class="title-face">{team.name}</b>
              {tried.length === 0 ? (
                <span>{t('gallery.wallPainting')}</span>
              ) : (
                <span class="wall-bar wall-steered">
                  <Hung
                    title={t('gallery.wall')}
                    pictures={tried.flatMap(({ pictures }) => pictures.slice(0, 1))}
                    mark={(at) => t('gallery.row', { guidance: tried[at].guidance })}
                  />
                  <span lang="en">{tried[0].pictures[0]?.caption}</span>
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </Paper>
  );
}

export const galleryWall: Wall = { Main: Steered };
