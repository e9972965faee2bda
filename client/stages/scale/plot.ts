/** The scaling plot: measured probes of one lab or of all, the law fitted to the best of them, and what it foretells. */

import {
  fitPowerLaw,
  LEAST_POINTS,
  type PowerLaw,
  type Prediction,
} from '../../../shared/evals/power-law.ts';
import { t } from '../../../shared/i18n/t.ts';
import { bestPoints, measuredPoints, type Probe } from '../../../shared/rules/probes.ts';
import type { TeamView } from '../../../shared/schema/view.ts';
import type { ScatterBand, ScatterPoint } from '../../overlay/ScatterChart.tsx';
import { shapeOf } from '../../overlay/team.ts';
import { formatQuantity } from '../scene-kit/quantity.ts';

export interface ScalingPlot {
  points: ScatterPoint[];
  band: ScatterBand[];
  /** What the big run would end at; null without a law. */
  prediction: Prediction | null;
  /** In words, why there is a prediction or none. */
  verdict: string;
  twin: string;
}

const BAND_POINTS = 24;

function bandOf(law: PowerLaw, from: number, to: number): ScatterBand[] {
  return Array.from({ length: BAND_POINTS }, (_, i) => {
    const x = from * (to / from) ** (i / (BAND_POINTS - 1));
    const { loss, low, high } = law.predict(x);
    return { x, y: loss, low, high };
  });
}

function pointsOf({ look, probes }: Pick<TeamView, 'look' | 'probes'>): ScatterPoint[] {
  return probes.flatMap(({ id, size, flops, bitsPerByte }) =>
    bitsPerByte === null
      ? []
      : [{ id, x: flops, y: bitsPerByte, shape: shapeOf(look), label: t(`size.${size}`).slice(0, 1) }],
  );
}

/** "Tiny with 12 G FLOP: 2.31. Small with …" */
export function probesInWords(probes: readonly Probe[]): string {
  return probes
    .flatMap(({ size, flops, bitsPerByte }) =>
      bitsPerByte === null
        ? []
        : [
            t('probe.twinPoint', {
              size: t(`size.${size}`),
              flops: formatQuantity(flops),
              bits: bitsPerByte.toFixed(2),
            }),
          ],
    )
    .join(' ');
}

function verdictOf(prediction: Prediction | null, probes: readonly Probe[]): string {
  if (prediction) {
    const { loss, low, high } = prediction;
    return t('probe.predicted', { loss: loss.toFixed(2), low: low.toFixed(2), high: high.toFixed(2) });
  }
  const enough = bestPoints(probes).length >= LEAST_POINTS;
  return enough ? t('probe.noLaw') : t('probe.tooFew', { least: LEAST_POINTS });
}

/** Everything the plot shows for these labs; `budgetFlops` is the compute of the big run. */
export function scalingPlot(
  teams: readonly Pick<TeamView, 'look' | 'probes'>[],
  budgetFlops: number,
): ScalingPlot {
  const probes = teams.flatMap((team) => team.probes);
  const points = teams.flatMap(pointsOf);
  const law = fitPowerLaw(measuredPoints(probes));
  const prediction = law?.predict(budgetFlops) ?? null;
  return {
    points,
    band: law ? bandOf(law, Math.min(...points.map(({ x }) => x)), budgetFlops) : [],
    prediction,
    verdict: verdictOf(prediction, probes),
    twin: points.length > 0 ? t('probe.twin', { points: probesInWords(probes) }) : t('probe.none'),
  };
}
