/** Clips an update and adds noise to it, as in DP-FedAvg (McMahan et al., 2018), before it leaves the device. */

/** Largest root mean square of the change of a weight, as a share of what its rates would allow; honest updates reach 0.3 to 0.38 (LOG.md). */
const CLIP_SHARE = 0.35;

/**
 * The largest norm of an update that own text went into: a bound that does not depend on anybody's text. Adam moves a weight
 * by about its rate a step at most, so `rateSum` (the learning rates of the round's steps, added up) tells how far it can go.
 */
export function clipNormOf(parameterCount: number, rateSum: number): number {
  return CLIP_SHARE * rateSum * Math.sqrt(parameterCount);
}

/** Two independent standard normal numbers (Box and Muller, 1958) from two uniform ones in [0, 1). */
function normalPair(uniform: () => number): [number, number] {
  const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
  const angle = 2 * Math.PI * uniform();
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

/**
 * The change scaled down to `clipNorm` at most, with Gaussian noise of `noiseMultiplier` x `clipNorm` on every weight.
 * `uniform` gives numbers in [0, 1); for a promise to a person it must be a source that nobody can predict.
 */
export function clipAndNoise(
  change: Float32Array,
  options: { clipNorm: number; noiseMultiplier: number; uniform: () => number },
): Float32Array<ArrayBuffer> {
  const { clipNorm, noiseMultiplier, uniform } = options;
  let squares = 0;
  for (const value of change) squares += value * value;
  const scale = Math.min(1, clipNorm / (Math.sqrt(squares) || 1));
  const clipped = change.map((value) => value * scale);
  if (noiseMultiplier <= 0) return clipped;
  const deviation = noiseMultiplier * clipNorm;
  for (let i = 0; i < clipped.length; i += 2) {
    const [first, second] = normalPair(uniform);
    clipped[i] += deviation * first;
    if (i + 1 < clipped.length) clipped[i + 1] += deviation * second;
  }
  return clipped;
}

/**
 * Scales a noised change by the share of it that is signal at best (the Wiener filter, with the largest signal allowed), so
 * that noise which drowns one device's update does not drown the team's model with it. It looks at nothing private, so it
 * costs no privacy.
 */
export function shrinkNoise(noised: Float32Array, noiseMultiplier: number): Float32Array<ArrayBuffer> {
  const signalShare = 1 / (1 + noiseMultiplier ** 2 * noised.length);
  return noised.map((value) => value * signalShare);
}
