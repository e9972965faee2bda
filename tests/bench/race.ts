/** Lets contestants of one configuration take turns, so that all meet the same weather, and turns times into rows. */

import {
  BATCH_ROWS,
  COMPARED_STEP,
  CONFIGURATIONS,
  stepFlops,
  type ConfigurationName,
} from './configurations.ts';
import type { Lab, Stand } from './chromium-lab.ts';
import type { Implementation } from './peers.ts';
import { emptyRow, type BenchRow } from './report.ts';
import { median, spreadOf } from './statistics.ts';
import type { Burst, Opening, SamplingSpeed } from './stopwatch.ts';

const ROUNDS = 6;
/** Rounds of what takes over a second a step. */
const SLOW_ROUNDS = 3;
const SLOW_STEP_MILLIS = 1000;
const BURST_MILLIS = 400;
const CEILING_MILLIS = 60;
const SAMPLING_MILLIS = 400;
/** What a contestant may take for the steps that only its loss is wanted of, and for one kind of sampling. */
const PATIENCE_MILLIS = 30_000;
const SAMPLING_PATIENCE_MILLIS = 6000;
/** Losses are sums over thousands of floats in another order; what differs by more is another model. */
const LOSS_TOLERANCE = 1e-3;

interface Runner extends Implementation {
  stand: Stand;
  opening: Opening;
  /** Milliseconds a step, the median of each burst. */
  bursts: number[];
  /** Work of each burst over what the core did in pure multiply-adds just before. */
  shares: number[];
}

export interface RaceResult {
  rows: BenchRow[];
  ceilings: number[];
  skipped: { implementation: string; why: string }[];
}

const nameOf = ({ implementation, executor }: Implementation): string => `${implementation} ${executor}`;

/** Races the implementations in Chromium. Without `gpuGflops`, so without hardware, WebGPU is not timed, only its loss compared. */
export async function race(
  lab: Lab,
  configuration: ConfigurationName,
  implementations: readonly Implementation[],
  gpuGflops: number | null,
): Promise<RaceResult> {
  const skipped: RaceResult['skipped'] = [];
  const runners: Runner[] = [];
  for (const implementation of implementations) {
    const stand = await lab.openStand();
    try {
      const opening = await stand.call<Opening>(
        'open',
        implementation.implementation,
        implementation.executor,
        configuration,
      );
      runners.push({ ...implementation, stand, opening, bursts: [], shares: [] });
      console.log(
        `${configuration} ${nameOf(implementation)}: first step ${Math.round(opening.firstStepMs)} ms`,
      );
    } catch (error) {
      skipped.push({
        implementation: `${nameOf(implementation)} at ${configuration}`,
        why: messageOf(error),
      });
      await stand.close();
    }
  }
  const ceilings: number[] = [];
  const flops = stepFlops(CONFIGURATIONS[configuration]);
  for (let round = 0; round < ROUNDS; round++) {
    for (const runner of runners) {
      if (!isTimed(runner, gpuGflops)) continue;
      if (round >= SLOW_ROUNDS && median(runner.bursts) > SLOW_STEP_MILLIS) continue;
      // On the runner's own thread, since cores differ from one another and from second to second.
      const ceiling = await runner.stand.call<number>('ceiling', CEILING_MILLIS);
      const millis = median((await runner.stand.call<Burst>('train', BURST_MILLIS)).millis);
      const peak = runner.device === 'webgpu' ? gpuGflops : ceiling;
      ceilings.push(ceiling);
      runner.bursts.push(millis);
      if (peak !== null && runner.executor !== 'webgl')
        runner.shares.push(flops / (millis / 1000) / (peak * 1e9));
    }
  }
  const rows: BenchRow[] = [];
  let ownLosses: number[] = [];
  for (const runner of runners) {
    const losses = await completeLosses(runner);
    if (ownLosses.length === 0 && runner.implementation === 'own') ownLosses = losses;
    rows.push(await rowOf(runner, configuration, losses, ownLosses));
    await runner.stand.close();
    console.log(
      `${configuration} ${nameOf(runner)}: ${Math.round(rows[rows.length - 1].tokensPerSecond ?? 0)} tokens/s`,
    );
  }
  return { rows, ceilings, skipped };
}

function isTimed({ device }: Implementation, gpuGflops: number | null): boolean {
  return device === 'cpu' || gpuGflops !== null;
}

/** Goes on training until the step whose loss is compared, as far as patience goes; not for a loss that differs anyway. */
async function completeLosses({ stand, bursts, opening, differs }: Runner): Promise<number[]> {
  let losses = await stand.call<number[]>('losses');
  if (differs) return losses;
  const millis = bursts.length > 0 ? median(bursts) : opening.firstStepMs;
  const started = performance.now();
  while (losses.length < COMPARED_STEP) {
    const missing = (COMPARED_STEP - losses.length) * millis;
    if (missing > PATIENCE_MILLIS - (performance.now() - started)) break;
    await stand.call<Burst>('train', Math.min(missing, 2000));
    losses = await stand.call<number[]>('losses');
  }
  return losses;
}

async function rowOf(
  runner: Runner,
  config: ConfigurationName,
  losses: readonly number[],
  ownLosses: readonly number[],
): Promise<BenchRow> {
  const { implementation, executor, device, opening, bursts, shares, differs } = runner;
  const tokens = BATCH_ROWS * CONFIGURATIONS[config].contextLength;
  const speeds = bursts.map((millis) => (1000 * tokens) / millis);
  const peakMiB = device === 'cpu' ? runner.stand.peakMiB() : null;
  const single = await sample(runner, 1);
  const many = await sample(runner, 64);
  return {
    ...emptyRow(implementation, executor, device, config),
    backend: opening.backend,
    tokensPerSecond: speeds.length > 0 ? median(speeds) : null,
    spread: speeds.length > 0 ? spreadOf(speeds) : null,
    firstStepMs: bursts.length > 0 ? opening.firstStepMs : null,
    peakMiB,
    loss64: losses[COMPARED_STEP - 1] ?? null,
    compared: compareLosses(losses, ownLosses, differs),
    sampleSingle: single.cached,
    sampleBatch64: many.cached,
    sampleSingleUncached: single.uncached,
    sampleBatch64Uncached: many.uncached,
    ceilingShare: shares.length > 0 ? median(shares) : null,
  };
}

/** The last step that both have a loss of, up to the 64th. */
export function compareLosses(
  losses: readonly number[],
  own: readonly number[],
  differs?: string,
): BenchRow['compared'] {
  const step = Math.min(losses.length, own.length, COMPARED_STEP);
  if (step === 0) return null;
  const loss = losses[step - 1];
  const expected = own[step - 1];
  const agrees = Math.abs(loss - expected) <= LOSS_TOLERANCE * Math.abs(expected);
  return { step, loss, own: expected, agrees, ...(differs ? { why: differs } : {}) };
}

/** Not sampled where a forward pass of so many rows would take too long: it is about a third of a step of 16 rows. */
async function sample({ stand, bursts }: Runner, rows: number): Promise<SamplingSpeed> {
  const forwardMillis = (median(bursts) / 3) * (rows / BATCH_ROWS);
  if (!(forwardMillis * 2 < SAMPLING_PATIENCE_MILLIS)) return { cached: null, uncached: null };
  return stand.call<SamplingSpeed>('sample', rows, SAMPLING_MILLIS);
}

export function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0];
}
