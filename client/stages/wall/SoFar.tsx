/** Who leads the race so far. */

import { t } from '../../i18n/t.ts';
import { Paper } from '../../ui/Paper.tsx';
import { shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import type { WallProps } from '../entry.ts';
import { raceWords } from '../race-words.ts';
import { raceOrder } from './race.ts';
import { useTurns } from './use-turns.ts';

/** Rows that fit beside the stage's card and the code. */
const MOST_ROWS = 3;

export function SoFar({ match, unitPx }: WallProps) {
  const order = raceOrder(match);
  const shown = useTurns(order, MOST_ROWS);
  if (order.every((entry) => entry.bits === null)) return null;
  return (
    <Paper cut="sheet" seed={1} class="so-far">
      <h2>{t('projector.rankingSoFar')}</h2>
      <ol>
        {shown.map(({ team }) => (
          <li key={team.id}>
            <TeamShape shape={shapeOf(team.look)} sizePx={44 * unitPx} />
            <p>
              <b>{team.name}</b>
              <br />
              {raceWords(team.runs.pretrain) ?? '…'}
            </p>
          </li>
        ))}
      </ol>
    </Paper>
  );
}
