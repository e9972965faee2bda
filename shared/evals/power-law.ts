/** Fits a scaling law to a few small runs, and says how sure it is of what a big one will reach. */

/** One run: its compute in any unit, and its held-out loss. */
export interface PowerLawPoint {
  compute: number;
  loss: number;
}

/** A predicted loss with its 95 % interval. */
export interface Prediction {
  loss: number;
  low: number;
  high: number;
}

/** L(C) = floor + scale · (C / unit)^(-exponent), where `unit` is the smallest compute of the runs. */
export interface PowerLaw {
  floor: number;
  scale: number;
  exponent: number;
  unit: number;
  /** The loss at a compute, with its band. */
  predict(compute: number): Prediction;
}

/** Fewer different computes than this say nothing about the bend of a curve of three numbers. */
export const LEAST_POINTS = 3;
/** Runs within this ratio of compute count as the same: a probe's rows are cut to whole rows. */
const SAME_COMPUTE = 1.1;
/** Relative noise of one run's loss, from one seed to another: what the fit assumes at least, however well it goes through. */
const LEAST_NOISE = 0.01;
/** Residuals beyond so many standard deviations count linearly (Huber, 1964), so that one freak run does not bend the law. */
const HUBER = 1.5;
const REWEIGHTINGS = 4;
/** Half of the 95 % point of a chi-squared of one degree: the drop in log-likelihood at the ends of a profile interval. */
export const PROFILE_DROP = 1.92;
/** The two numbers that enter non-linearly, searched on a grid; exponents outside were found for no language model. */
const FLOOR_STEPS = 60;
const EXPONENTS = Array.from({ length: 60 }, (_, step) => 0.03 * (1 / 0.03) ** (step / 59));

interface Candidate {
  floor: number;
  scale: number;
  exponent: number;
  /** Sum of the Huber losses of the standardised residuals. */
  cost: number;
}

/** The best run at each compute, by rising compute: bigger and smaller models compete, and the law is of the winners. */
export function powerLawPoints(points: readonly PowerLawPoint[]): PowerLawPoint[] {
  const best: PowerLawPoint[] = [];
  for (const point of points.toSorted((a, b) => a.compute - b.compute)) {
    const last = best.at(-1);
    if (last && point.compute <= last.compute * SAME_COMPUTE) {
      if (point.loss < last.loss) best[best.length - 1] = point;
    } else best.push(point);
  }
  return best;
}

const huber = (z: number): number => {
  const size = Math.abs(z);
  return size <= HUBER ? (size * size) / 2 : HUBER * (size - HUBER / 2);
};

/** For a given floor and exponent the scale enters linearly: reweighted least squares on residuals relative to the loss. */
function candidate(
  points: readonly PowerLawPoint[],
  unit: number,
  floor: number,
  exponent: number,
): Candidate {
  const terms = points.map(({ compute, loss }) => ({
    slope: (compute / unit) ** -exponent / loss,
    target: (loss - floor) / loss,
  }));
  let weights = terms.map(() => 1);
  let scale = 0;
  for (let round = 0; round < REWEIGHTINGS; round++) {
    const moment = terms.reduce((sum, { slope, target }, i) => sum + weights[i] * slope * target, 0);
    const square = terms.reduce((sum, { slope }, i) => sum + weights[i] * slope * slope, 0);
    scale = Math.max(0, moment / square);
    weights = terms.map(({ slope, target }) => {
      const z = Math.abs(scale * slope - target) / LEAST_NOISE;
      return z <= HUBER ? 1 : HUBER / z;
    });
  }
  const cost = terms.reduce(
    (sum, { slope, target }) => sum + huber((scale * slope - target) / LEAST_NOISE),
    0,
  );
  return { floor, scale, exponent, cost };
}

/**
 * Fits L(C) = E + A·C^-b with E >= 0 (the form of Hoffmann et al., 2022, in one variable, with their Huber loss) to the best
 * run at each compute; null with fewer than LEAST_POINTS different computes, or when loss does not fall with compute. The
 * band is a profile: the least and greatest value among all (E, b) whose cost is within PROFILE_DROP of the best, after the
 * noise is taken as at least LEAST_NOISE and as large as what the fit leaves over. So three points give a wide band.
 */
export function fitPowerLaw(runs: readonly PowerLawPoint[]): PowerLaw | null {
  const points = powerLawPoints(runs.filter(({ compute, loss }) => compute > 0 && loss > 0));
  if (points.length < LEAST_POINTS) return null;
  const unit = points[0].compute;
  const least = Math.min(...points.map(({ loss }) => loss));
  if (points[points.length - 1].loss >= points[0].loss) return null;
  const candidates = Array.from({ length: FLOOR_STEPS }, (_, step) => (0.99 * least * step) / FLOOR_STEPS)
    .flatMap((floor) => EXPONENTS.map((exponent) => candidate(points, unit, floor, exponent)))
    .filter(({ scale }) => scale > 0);
  if (candidates.length === 0) return null;
  const best = candidates.reduce((a, b) => (b.cost < a.cost ? b : a));
  const freedom = Math.max(1, points.length - LEAST_POINTS);
  const dispersion = Math.max(1, (2 * best.cost) / freedom);
  const kept = candidates.filter(({ cost }) => cost <= best.cost + PROFILE_DROP * dispersion);
  const at = ({ floor, scale, exponent }: Candidate, compute: number): number =>
    floor + scale * (compute / unit) ** -exponent;
  return {
    floor: best.floor,
    scale: best.scale,
    exponent: best.exponent,
    unit,
    predict(compute) {
      const values = kept.map((one) => at(one, compute));
      return { loss: at(best, compute), low: Math.min(...values), high: Math.max(...values) };
    },
  };
}
