/** The class's scaling plot for the projector: one point for each probe of any lab, and the law through the best of them. */

import { useMemo } from 'preact/hooks';
import { t } from '../../shared/i18n/t.ts';
import type { MatchView } from '../../shared/schema/view.ts';
import { Paper } from '../overlay/Paper.tsx';
import { ScatterChart } from '../overlay/ScatterChart.tsx';
import { useSize } from '../overlay/use-size.ts';
import { probesInWords, scalingPlot } from '../stages/scale/plot.ts';
import { playingTeams } from './race.ts';

/** Whether there is a point to show. */
export function hasScaling(match: MatchView): boolean {
  return match.teams.some(({ probes }) => probes.some(({ bitsPerByte }) => bitsPerByte !== null));
}

export function ScalingWall({ match, unitPx }: { match: MatchView; unitPx: number }) {
  const [ref, { height }] = useSize<HTMLDivElement>();
  const teams = playingTeams(match);
  const budget = match.budgetFlops ?? 1e12;
  const plot = useMemo(
    () => scalingPlot(teams, budget),
    [JSON.stringify(teams.map(({ probes }) => probes)), budget],
  );
  const twin = teams
    .map(({ name, probes }) => ({ team: name, points: probesInWords(probes) }))
    .filter(({ points }) => points !== '')
    .map((words) => t('projector.scalingTeam', words))
    .join(' ');
  return (
    <Paper class="race">
      <h2>{t('projector.scaling')}</h2>
      <div class="race-chart" ref={ref}>
        {height > 0 && (
          <ScatterChart
            points={plot.points}
            band={plot.band}
            target={{ x: budget, label: t('probe.bigRun') }}
            xLabel={t('probe.chartX')}
            yLabel={t('probe.chartY')}
            heightPx={height}
            fontPx={28 * unitPx}
            twin={`${twin} ${plot.verdict}`}
          />
        )}
      </div>
      <p class="muted">{plot.verdict}</p>
    </Paper>
  );
}
