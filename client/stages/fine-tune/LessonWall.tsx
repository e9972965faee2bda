/** How far each lab's lesson is, and how many of its model's answers are in form now. */

import { t } from '../../i18n/t.ts';
import { Paper } from '../../ui/Paper.tsx';
import { hueOf, shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import { playingTeams, type TeamView } from '../../../shared/game/sync/view.ts';
import { decisionWords } from '../decision-words.ts';
import type { WallProps } from '../entry.ts';
import { useTurns } from '../wall/use-turns.ts';

/** Rows that fit under each other. */
const MOST_ROWS = 8;

function standing(match: WallProps['match'], team: TeamView): { share: number; words: string } {
  const { inFormShare, runs } = team;
  const run = runs['fine-tune'];
  if (inFormShare !== null) {
    const share = Math.round(100 * inFormShare);
    return { share, words: t('projector.inForm', { share }) };
  }
  if (!run) return { share: 0, words: decisionWords(match, team) };
  const share = Math.round((100 * run.tokensUsed) / Math.max(1, run.tokensTotal));
  return { share, words: t('projector.lessonRead', { share }) };
}

export function LessonWall({ match, unitPx }: WallProps) {
  const shown = useTurns(playingTeams(match), MOST_ROWS);
  return (
    <Paper class="race">
      <h2>{t('projector.lessons')}</h2>
      <ol class="wall-rows">
        {shown.map((team) => {
          const { share, words } = standing(match, team);
          return (
            <li key={team.id}>
              <TeamShape shape={shapeOf(team.look)} sizePx={56 * unitPx} />
              <b class="title-face">{team.name}</b>
              <span class="wall-bar">
                <i style={{ width: `${share}%`, background: hueOf(team.look) }} />
              </span>
              <span>{words}</span>
            </li>
          );
        })}
      </ol>
    </Paper>
  );
}
