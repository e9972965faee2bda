/** The scaling plot: measured probes of one lab or of all, the law fitted to the best of them, what it foretells, and what came true. */

import { guessWords } from '../i18n/guess.ts';
import { fitPowerLaw, LEAST_POINTS, type PowerLaw, type Prediction } from '../../shared/evals/power-law.ts';
import { t } from '../i18n/t.ts';
import { bestPoints, measuredPoints } from '../../shared/game/stages/scale/probes.ts';
import type { Probe } from '../../shared/game/stages/scale/state.ts';
import type { TeamView } from '../../shared/game/sync/view.ts';
import type { ScatterBand, ScatterPoint } from '../ui/ScatterChart.tsx';
import { shapeOf } from '../ui/team.ts';
import { finalBits } from './curves.ts';
import { formatQuantity } from '../i18n/quantity.ts';

export interface ScalingPlot {
  points: ScatterPoint[];
  band: ScatterBand[];
  /** What the big run would end at; null without a law. */
  prediction: Prediction | null;
  /** In words, why there is a prediction or none. */
  verdict: string;
  twin: string;
}

/** What the plot needs to know of a lab. */
export interface PlottedTeam extends Pick<TeamView, 'id' | 'look' | 'probes'> {
  runs: Pick<TeamView['runs'], 'pretrain'>;
}

const BAND_POINTS = 24;

function bandOf(law: PowerLaw, from: number, to: number): ScatterBand[] {
  return Array.from({ length: BAND_POINTS }, (_, i) => {
    const x = from * (to / from) ** (i / (BAND_POINTS - 1));
    const { loss, low, high } = law.predict(x);
    return { x, y: loss, low, high };
  });
}

/** A lab's big run, once it is over and measured: the compute it took, and its surprise. */
function bigRunOf(
  { runs: { pretrain } }: PlottedTeam,
  budgetFlops: number,
): { flops: number; bits: number } | null {
  if (pretrain?.status !== 'finished') return null;
  const bits = finalBits(pretrain);
  const flops = (budgetFlops * pretrain.tokensUsed) / Math.max(1, pretrain.tokensTotal);
  return bits === null || flops <= 0 ? null : { flops, bits };
}

/** "Tiny", or "Tiny, recurrent". */
export function probeSize({ size, architecture }: Pick<Probe, 'size' | 'architecture'>): string {
  const words = t(`size.${size}`);
  return architecture === 'recurrent' ? t('probe.sizeRecurrent', { size: words }) : words;
}

function pointsOf(team: PlottedTeam, budgetFlops: number): ScatterPoint[] {
  const shape = shapeOf(team.look);
  const probes = team.probes.flatMap(({ id, size, flops, bitsPerByte }) =>
    bitsPerByte === null
      ? []
      : [{ id, x: flops, y: bitsPerByte, shape, label: t(`size.${size}`).slice(0, 1) }],
  );
  const bigRun = bigRunOf(team, budgetFlops);
  if (!bigRun) return probes;
  return [...probes, { id: team.id, x: bigRun.flops, y: bigRun.bits, shape, label: t('probe.bigRunMark') }];
}

/** "Tiny with 12 G sums: 1 in 5.0. Small with … Big run with 1.2 T sums: 1 in 1.53." */
export function runsInWords(team: PlottedTeam, budgetFlops: number): string {
  const bigRun = bigRunOf(team, budgetFlops);
  const last = bigRun && {
    size: t('probe.bigRunName'),
    flops: formatQuantity(bigRun.flops),
    guess: guessWords(bigRun.bits),
  };
  return [probesInWords(team.probes), ...(last ? [t('probe.twinPoint', last)] : [])]
    .filter((words) => words !== '')
    .join(' ');
}

/** "Tiny with 12 G sums: 1 in 5.0. Small with …" */
function probesInWords(probes: readonly Probe[]): string {
  return probes
    .flatMap(({ size, architecture, flops, bitsPerByte }) =>
      bitsPerByte === null
        ? []
        : [
            t('probe.twinPoint', {
              size: probeSize({ size, architecture }),
              flops: formatQuantity(flops),
              guess: guessWords(bitsPerByte),
            }),
          ],
    )
    .join(' ');
}

function verdictOf(prediction: Prediction | null, probes: readonly Probe[]): string {
  if (prediction) {
    const { loss, low, high } = prediction;
    return t('probe.predicted', { loss: guessWords(loss), low: guessWords(low), high: guessWords(high) });
  }
  const enough = bestPoints(probes).length >= LEAST_POINTS;
  return enough ? t('probe.noLaw') : t('probe.tooFew', { least: LEAST_POINTS });
}

/** Everything the plot shows for these labs; `budgetFlops` is the compute of the big run. */
export function scalingPlot(teams: readonly PlottedTeam[], budgetFlops: number): ScalingPlot {
  const probes = teams.flatMap((team) => team.probes);
  const points = teams.flatMap((team) => pointsOf(team, budgetFlops));
  const law = fitPowerLaw(measuredPoints(probes));
  const prediction = law?.predict(budgetFlops) ?? null;
  return {
    points,
    band: law ? bandOf(law, Math.min(...points.map(({ x }) => x)), budgetFlops) : [],
    prediction,
    verdict: verdictOf(prediction, probes),
    twin:
      points.length > 0
        ? t('probe.twin', { points: teams.map((team) => runsInWords(team, budgetFlops)).join(' ') })
        : t('probe.none'),
  };
}
