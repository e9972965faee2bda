/** The race: every lab's surprise on held-out text, against the tokens it has read. */

import { guessWords } from '../../i18n/guess.ts';
import { t } from '../../i18n/t.ts';
import { Chart } from '../../ui/Chart.tsx';
import { Paper } from '../../ui/Paper.tsx';
import { useSize } from '../../ui/use-size.ts';
import type { WallProps } from '../entry.ts';
import { scoredKinds } from '../race-words.ts';
import { raceLines, raceOrder } from './race.ts';

export function Race({ match, unitPx }: WallProps) {
  const [ref, { height }] = useSize<HTMLDivElement>();
  const lines = raceLines(match);
  const measured = lines.some((line) => line.points.length > 0);
  const twin = raceOrder(match)
    .map(({ team, bits }) => (bits === null ? team.name : `${team.name}: ${guessWords(bits)}`))
    .join('; ');
  const totals = match.teams.map((team) => team.runs.pretrain?.tokensTotal ?? 0);
  return (
    <Paper class="race">
      <h2>{t('projector.race')}</h2>
      <p class="muted">{t('race.madeOf', { kinds: scoredKinds() })}</p>
      <div class="race-chart" ref={ref}>
        {measured && height > 0 ? (
          <Chart
            lines={lines}
            xMax={Math.max(...totals, 1)}
            xLabel={t('projector.raceX')}
            yLabel={t('projector.raceY')}
            heightPx={height}
            fontPx={28 * unitPx}
            twin={twin}
          />
        ) : (
          <p class="muted">{t('projector.raceEmpty')}</p>
        )}
      </div>
    </Paper>
  );
}
