/** The class's scaling plot for the projector: one point for each run of any lab, and the law through the best of the probes. */

import { useMemo } from 'preact/hooks';
import { catalogue } from '../../i18n/catalogue.ts';
import { t } from '../../i18n/t.ts';
import { playingTeams, type MatchView } from '../../../shared/game/sync/view.ts';
import { Paper } from '../../ui/Paper.tsx';
import { ScatterChart } from '../../ui/ScatterChart.tsx';
import { useSize } from '../../ui/use-size.ts';
import type { WallProps } from '../entry.ts';
import { runsInWords, scalingPlot } from '../scaling-plot.ts';

/** Whether there is a run to draw a law from. */
export function hasScalingRuns({ teams }: MatchView): boolean {
  return teams.some(({ probes }) => probes.some(({ bitsPerByte }) => bitsPerByte !== null));
}

/** `note` is said after the plot's own verdict. */
export function ScalingWall({ match, unitPx, note }: WallProps & { note?: string }) {
  const [ref, { height }] = useSize<HTMLDivElement>();
  const teams = playingTeams(match);
  const budget = match.budgetFlops ?? 1e12;
  const plot = useMemo(
    () => scalingPlot(teams, budget),
    [
      JSON.stringify(
        teams.map(({ probes, runs: { pretrain } }) => [probes, pretrain?.status, pretrain?.curve.length]),
      ),
      budget,
      catalogue.value,
    ],
  );
  const twin = teams
    .map((team) => ({ team: team.name, points: runsInWords(team, budget) }))
    .filter(({ points }) => points !== '')
    .map((words) => t('projector.scalingTeam', words))
    .join(' ');
  const verdict = note ? `${plot.verdict} ${note}` : plot.verdict;
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
            twin={`${twin} ${verdict}`}
          />
        )}
      </div>
      <p class="muted">{verdict}</p>
    </Paper>
  );
}
