/** Probe runs: start one on this device, watch them land on the plot, and see where the line is heading. */

import { Curious } from '../../ui/Curious.tsx';
import { guessWords } from '../../i18n/guess.ts';
import { useMemo } from 'preact/hooks';
import { catalogue } from '../../i18n/catalogue.ts';
import { t } from '../../i18n/t.ts';
import { flopsPerToken } from '../../../shared/lm/flops.ts';
import { MAX_PROBES } from '../../../shared/game/stages/scale/probes.ts';
import { PROBE_SHARES, type Probe, type ProbeShare } from '../../../shared/game/stages/scale/state.ts';
import {
  MODEL_SIZES,
  modelConfig,
  BENCHMARK_CONFIG,
  type ModelSize,
} from '../../../shared/game/training/model.ts';
import { scalingShare } from '../../lab/scaling-run.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { send } from '../../session/current.ts';
import { seatSignal } from '../../session/per-seat.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { ScatterChart } from '../../ui/ScatterChart.tsx';
import { Term } from '../../ui/Term.tsx';
import { nameOf, useBusy } from '../decision.ts';
import { formatQuantity, formatSeconds } from '../../i18n/quantity.ts';
import { scaleDraft } from './options.ts';
import { probeSize, scalingPlot } from '../scaling-plot.ts';
import { Unread } from './Unread.tsx';

const size = seatSignal<ModelSize>('tiny');
const share = seatSignal<ProbeShare>(PROBE_SHARES[0]);

const CHART_PX = 190;

/** How a probe is doing, in words. */
function doing(probe: Probe, isMine: boolean): string {
  if (probe.bitsPerByte !== null) return guessWords(probe.bitsPerByte);
  if (probe.status === 'training')
    return isMine && scalingShare.value !== null
      ? t('probe.status.training', { share: Math.round(100 * scalingShare.value) })
      : t('probe.status.elsewhere');
  return probe.status === 'measured' ? '' : t(`probe.status.${probe.status}`);
}

function ProbeList({ standpoint: { match, me, team } }: { standpoint: Standpoint }) {
  if (team.probes.length === 0) return null;
  return (
    <>
      <h2>{t('probe.list')}</h2>
      <ul class="probe-list">
        {team.probes.toReversed().map((probe) => (
          <li key={probe.id}>
            <span>
              <b>{t('probe.row', { size: probeSize(probe), tokens: formatQuantity(probe.tokens) })}</b>{' '}
              <span class="small">{t('probe.by', { name: nameOf(match.players, probe.playerId) })}</span>
            </span>
            <span>{doing(probe, probe.playerId === me.id)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What stands in the way of a probe on this device now, or null. */
function obstacle({ team, me }: Standpoint): string | null {
  const mine = team.probes.find(
    ({ playerId, status }) => playerId === me.id && status !== 'measured' && status !== 'lost',
  );
  if (mine) return t('probe.busy', { doing: doing(mine, true) });
  if ((me.device?.tokensPerSecond ?? 0) <= 0) return t('probe.cannot');
  if (!team.own?.text) return t('probe.preparing');
  const used = team.probes.filter(({ status }) => status !== 'lost').length;
  return used >= MAX_PROBES ? t('probe.all', { most: MAX_PROBES }) : null;
}

export function Probing({ standpoint }: { standpoint: Standpoint }) {
  const [busy, start] = useBusy();
  const { match, team, me } = standpoint;
  const budget = match.budgetFlops ?? 1e12;
  const plot = useMemo(
    () => scalingPlot([team], budget),
    [JSON.stringify(team.probes), budget, catalogue.value],
  );
  const { contextLength, architecture } = scaleDraft.value;
  const plan = { size: size.value, contextLength, ...(architecture && { architecture }), share: share.value };
  const flops = budget * share.value;
  const vocabSize = team.own?.plans.data?.vocabSize ?? BENCHMARK_CONFIG.vocabSize;
  const tokens = formatQuantity(flops / flopsPerToken(modelConfig(plan, vocabSize)));
  const speed = (me.device?.tokensPerSecond ?? 0) * flopsPerToken(BENCHMARK_CONFIG);
  const hindered = obstacle(standpoint);
  const used = team.probes.filter(({ status }) => status !== 'lost').length;
  return (
    <>
      <ScatterChart
        points={plot.points}
        band={plot.band}
        target={{ x: budget, label: t('probe.bigRun') }}
        xLabel={t('probe.chartX')}
        yLabel={t('probe.chartY')}
        heightPx={plot.points.length > 0 ? CHART_PX : 60}
        twin={plot.twin}
      />
      {plot.points.length > 0 && (
        <p class="facts" aria-live="polite">
          {plot.verdict}
        </p>
      )}
      <Choice
        legend={t('probe.size')}
        name="probe-size"
        options={MODEL_SIZES.map((value) => ({ value, label: t(`size.${value}`) }))}
        value={size.value}
        onChoose={(value) => (size.value = value)}
      />
      <Choice
        legend={t('probe.share')}
        name="probe-share"
        options={PROBE_SHARES.map((value) => ({
          value,
          label: t('probe.shareOf', { parts: Math.round(1 / value) }),
        }))}
        value={share.value}
        onChoose={(value) => (share.value = value)}
      />
      <Button
        class="wide probe-start"
        testId="start-probe"
        disabled={hindered !== null || busy.value}
        onPress={() => start(() => send({ type: 'scale/probe', plan }))}
      >
        <span>{t('probe.start')}</span>
        <small>
          {speed > 0
            ? t('probe.startNote', { time: formatSeconds(Math.max(1, flops / speed)) })
            : t('probe.startFree', { tokens })}
        </small>
      </Button>
      <p class="small" role="status">
        {hindered ?? t('probe.left', { count: MAX_PROBES - used, most: MAX_PROBES })}
      </p>
      <Unread team={team} />
      <ProbeList standpoint={standpoint} />
      <Curious>
        <Term name="probe" /> · <Term name="scalingLaw" /> · <Term name="band" /> ·{' '}
        <Term name="bitsPerByte" /> · <Term name="compute" />
      </Curious>
    </>
  );
}
