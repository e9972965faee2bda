/** The test on the projector: the board of one lab after the other, and beside it which model each lab lets out. */

import './test.css';
import { duelOf, testOf } from '../../../shared/game/stages/test/shown.ts';
import { playingTeams } from '../../../shared/game/sync/view.ts';
import { t } from '../../i18n/t.ts';
import { Paper } from '../../ui/Paper.tsx';
import { shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import type { Wall, WallProps } from '../entry.ts';
import { decidedWords } from '../wall/race.ts';
import { useTurns } from '../wall/use-turns.ts';
import { PictureWall } from '../wall/PictureWall.tsx';
import { ProbeSlip } from './Attack.tsx';
import { Board } from './Board.tsx';
import { countsOf, measuredWords, shippedModel } from './found.ts';
import { testPicture } from './picture.ts';

/** Rows beside the board. */
const MOST_ROWS = 3;

function BoardWall({ match, unitPx }: WallProps) {
  const measured = playingTeams(match).filter((team) => testOf(team).examined !== null);
  const [team] = useTurns(measured, 1);
  const examined = team && testOf(team).examined;
  if (!team || !examined) return <PictureWall match={match} picture={testPicture} />;
  return (
    <Paper class="race test-wall">
      <h2>
        <TeamShape shape={shapeOf(team.look)} sizePx={52 * unitPx} /> {team.name}
      </h2>
      <Board examined={examined} isShort />
      <p>{t('test.whiskers')}</p>
    </Paper>
  );
}

function Duel({ match }: WallProps) {
  const [newest] = duelOf(match)?.newest ?? [];
  return newest ? (
    <div class="so-far duel-wall">
      <ProbeSlip match={match} probe={newest} seed={2} />
    </div>
  ) : null;
}

/** The gates, and in turn with them the newest attack. */
function Beside(props: WallProps) {
  const [shown] = useTurns(duelOf(props.match)?.newest.length ? ['gates', 'duel'] : ['gates'], 1);
  return shown === 'duel' ? <Duel {...props} /> : <Gates {...props} />;
}

function Gates({ match, unitPx }: WallProps) {
  const shown = useTurns(playingTeams(match), MOST_ROWS);
  return (
    <Paper cut="sheet" seed={1} class="so-far">
      <h2>{t('test.card')}</h2>
      <ol>
        {shown.map((team) => {
          const test = testOf(team);
          const model = shippedModel(test);
          return (
            <li key={team.id}>
              <TeamShape shape={shapeOf(team.look)} sizePx={44 * unitPx} />
              <p>
                <b>{team.name}</b>
                <br />
                {test.gate && model
                  ? t(`test.wall.${test.gate}`, { model: t(`test.model.${model}`) })
                  : t(test.examined ? 'test.wall.open' : 'test.wallOpen')}
                {test.examined && (
                  <>
                    <br />
                    <span class="muted">{t('test.wallCounts', countsOf(test.examined))}</span>
                  </>
                )}
              </p>
            </li>
          );
        })}
      </ol>
    </Paper>
  );
}

export const testWall: Wall = {
  Main: BoardWall,
  Side: Beside,
  /* Which labs have decided stands beside the board already. */
  Foot: () => null,
  progress: (match) => `${measuredWords(match)}; ${decidedWords(match)}`,
};
