/** How fast one replica of a model works, as measured, and how long it takes for a batch of requests. */

/** One phase of the work: what each step costs whoever is in it, and what each token of each request adds. */
export interface PhaseSpeed {
  stepMs: number;
  tokenMs: number;
}

/** Reading the prompt (prefill), then writing the answer word by word (decoding). */
export interface ReplicaSpeed {
  prefill: PhaseSpeed;
  decode: PhaseSpeed;
}

/** A batch that was timed: in each step, each of so many requests went on by one token. */
export interface TimedPhase {
  requests: number;
  steps: number;
  millis: number;
}

export interface RequestSize {
  promptTokens: number;
  answerTokens: number;
}

/**
 * The straight line through timed batches of several sizes, neither part below zero: least squares of what it is off by as a share,
 * so that a small batch, as most are in a quiet hour, counts as much as a large one.
 */
export function fitPhase(timed: readonly TimedPhase[]): PhaseSpeed {
  const points = timed.map(({ requests, steps, millis }) => ({ x: requests, y: millis / steps }));
  const weightOf = ({ y }: { y: number }): number => 1 / Math.max(y, Number.EPSILON) ** 2;
  const all = points.reduce((sum, point) => sum + weightOf(point), 0);
  const mean = (value: (point: { x: number; y: number }) => number): number =>
    points.reduce((sum, point) => sum + weightOf(point) * value(point), 0) / all;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const spread = mean((point) => (point.x - x) ** 2);
  const slope = spread > 0 ? mean((point) => (point.x - x) * (point.y - y)) / spread : 0;
  const tokenMs = Math.min(Math.max(0, slope), y / x);
  return { stepMs: y - tokenMs * x, tokenMs };
}

function phaseMs({ stepMs, tokenMs }: PhaseSpeed, lengths: readonly number[]): number {
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  return stepMs * longest + tokenMs * lengths.reduce((sum, length) => sum + length, 0);
}

/** How long a replica takes for a batch: until all prompts are read, and then until the last answer is written. */
export function batchMillis(
  { prefill, decode }: ReplicaSpeed,
  batch: readonly RequestSize[],
): { prefillMs: number; decodeMs: number } {
  return {
    prefillMs: phaseMs(
      prefill,
      batch.map(({ promptTokens }) => promptTokens),
    ),
    decodeMs: phaseMs(
      decode,
      batch.map(({ answerTokens }) => answerTokens),
    ),
  };
}
