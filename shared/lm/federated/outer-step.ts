/** What becomes of several workers' updates to one model: some are left out, the rest are averaged into one step. */

/** One worker's change of the weights, from the same starting point as the others'. */
export interface Contribution {
  /** Weights after its steps minus weights before, [parameterCount]. */
  delta: Float32Array;
  /** Target tokens it trained on: its weight in the mean. */
  tokens: number;
}

/** No worker's change counts with more than this multiple of the round's median length. */
const MAX_OF_MEDIAN_NORM = 2;
/** A device that did this many times the work of another is believed against it: a few steps are mostly noise. */
const NEARLY_ALL = 4;
/** Share of the velocity that is carried from round to round: in so few rounds more overshoots (LOG.md). */
export const OUTER_MOMENTUM = 0.5;

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Which of two to go on with when they contradict each other: one that did nearly all of the work, or neither. */
function believed([a, b]: readonly number[], contributions: readonly Contribution[]): number[] {
  if (contributions[a].tokens > NEARLY_ALL * contributions[b].tokens) return [a];
  return contributions[b].tokens > NEARLY_ALL * contributions[a].tokens ? [b] : [];
}

/**
 * Indices of the contributions that agree. Honest workers, who start from the same weights and read the same mixture,
 * agree in direction (cosines of 0.12 to 0.9 in the runs of LOG.md); one that points away from the mean of the others is left
 * out, the worst first. One alone is believed.
 */
export function agreeing(contributions: readonly Contribution[]): number[] {
  const { length } = contributions;
  if (length < 2) return contributions.map((_, index) => index);
  const products = contributions.map(() => new Float64Array(length));
  for (let a = 0; a < length; a++) {
    for (let b = a; b < length; b++) {
      products[a][b] = products[b][a] = dot(contributions[a].delta, contributions[b].delta);
    }
  }
  let kept = contributions.map((_, index) => index);
  while (kept.length > 1) {
    /* Proportional to the cosine with the mean of the others; only sign and order matter. */
    const agreement = kept.map((i) => {
      const own = Math.sqrt(products[i][i]) || 1;
      return kept.reduce((sum, j) => {
        const other = Math.sqrt(products[j][j]) || 1;
        return j === i ? sum : sum + (products[i][j] / (own * other)) * contributions[j].tokens;
      }, 0);
    });
    const worst = Math.min(...agreement);
    if (worst >= 0) return kept;
    if (kept.length === 2) return believed(kept, contributions);
    kept = kept.filter((_, index) => index !== agreement.indexOf(worst));
  }
  return kept;
}

/**
 * The weights after a round, and the velocity for the next. One worker's change is taken as it is. Of several, the mean
 * weighted by tokens is one step of Nesterov momentum, as in local SGD and DiLoCo (Douillard et al., 2023), with an outer
 * learning rate of 1. All arrays are [parameterCount]; a missing velocity is zero.
 */
export function outerStep(
  weights: Float32Array,
  contributions: readonly Contribution[],
  velocity: Float32Array | null,
  momentum = OUTER_MOMENTUM,
): { weights: Float32Array; velocity: Float32Array | null } {
  if (contributions.length === 1) {
    const { delta } = contributions[0];
    const moved = new Float32Array(weights.length);
    for (let i = 0; i < moved.length; i++) moved[i] = weights[i] + delta[i];
    return { weights: moved, velocity: null };
  }
  const norms = contributions.map(({ delta }) => Math.sqrt(dot(delta, delta)));
  const longest = MAX_OF_MEDIAN_NORM * medianOf(norms);
  const tokens = contributions.reduce((sum, contribution) => sum + contribution.tokens, 0);
  const mean = new Float32Array(weights.length);
  for (const [index, { delta, tokens: own }] of contributions.entries()) {
    const share = (own / tokens) * Math.min(1, longest / (norms[index] || 1));
    for (let i = 0; i < mean.length; i++) mean[i] += share * delta[i];
  }
  /* The mean becomes the new weights in place: on the room's thread every pass over a model counts. */
  const next = velocity ? new Float32Array(velocity) : new Float32Array(mean.length);
  for (let i = 0; i < mean.length; i++) {
    next[i] = momentum * next[i] + mean[i];
    mean[i] = weights[i] + mean[i] + momentum * next[i];
  }
  return { weights: mean, velocity: next };
}
