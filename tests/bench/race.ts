/** Lets contestants of one configuration take turns, so that all meet the same weather, and turns times into rows. */

import {
  BATCH_ROWS,
  COMPARED_STEP,
  CONFIGURATIONS,
  stepFlops,
  type ConfigurationName,
} from './configurations.ts';
import type { Lab, Stand } from './chromium-lab.ts';
import { within } from './patience.ts';
import type { Implementation } from './peers.ts';
import { emptyRow, type BenchRow } from './row.ts';
import type { StandCall } from './stand.worker.ts';
import { median, spreadOf } from './statistics.ts';
import type { Burst, Opening, SamplingSpeed } from './stopwatch.ts';

const ROUNDS = 6;
/** Who has trained for so long takes no more turns, however few those were. */
const TRAINING_MILLIS = 6000;
const BURST_MILLIS = 400;
const CEILING_MILLIS = 60;
const SAMPLING_MILLIS = 400;
/** What a contestant may take for one kind of sampling. */
const SAMPLING_PATIENCE_MILLIS = 4000;
/** What takes longer than this to load and take a first step, or to answer any other call, is given up. */
const CALL_MILLIS = 90_000;
const CLOSE_MILLIS = 10_000;
/** Losses are sums over thousands of floats in another order; what differs by more is another model. */
const LOSS_TOLERANCE = 1e-3;

interface Runner extends Implementation {
  stand: Stand;
  opening: Opening;
  /** Milliseconds a step, the median of each burst. */
  bursts: number[];
  /** Milliseconds that all bursts took together. */
  trainedMillis: number;
  /** Steps of all bursts, and the processor time that each thread spent on them, in milliseconds. */
  steps: number;
  threadMillis: Map<string, number>;
  /** Work of each burst over what the core did in pure multiply-adds just before. */
  shares: number[];
}

export interface RaceResult {
  rows: BenchRow[];
  ceilings: number[];
  skipped: { implementation: string; why: string }[];
}

const nameOf = ({ implementation, executor }: Implementation): string => `${implementation} ${executor}`;

export interface RaceOptions {
  /** Null without a hardware graphics processor: then WebGPU is not timed, only its loss compared. */
  gpuGflops: number | null;
  /** Milliseconds that a contestant may take for the steps that only its loss is wanted of. */
  patience: number;
  /** On the clock of performance.now: nobody enters the race after it. */
  deadline: number;
}

/** Races the implementations in Chromium. Who fails or hangs is left out, with why, and the others go on. */
export async function race(
  lab: Lab,
  configuration: ConfigurationName,
  implementations: readonly Implementation[],
  { gpuGflops, patience, deadline }: RaceOptions,
): Promise<RaceResult> {
  const skipped: RaceResult['skipped'] = [];
  const runners = new Set<Runner>();
  const leaveOut = (one: Implementation, error: unknown): void => {
    const implementation = `${nameOf(one)} at ${configuration}`;
    const why = messageOf(error);
    skipped.push({ implementation, why });
    console.log(`${configuration} ${nameOf(one)}: left out, ${why}`);
  };
  const attempt = async (runner: Runner, act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      runners.delete(runner);
      leaveOut(runner, error);
      await abandon(runner.stand);
    }
  };
  for (const implementation of implementations) {
    if (performance.now() > deadline) {
      leaveOut(implementation, "the run's time was over; asked for by name it runs");
      continue;
    }
    try {
      const runner = await enter(lab, configuration, implementation);
      runners.add(runner);
      const { firstStepMs } = runner.opening;
      console.log(`${configuration} ${nameOf(runner)}: first step ${Math.round(firstStepMs)} ms`);
    } catch (error) {
      leaveOut(implementation, error);
    }
  }
  const ceilings: number[] = [];
  const flops = stepFlops(CONFIGURATIONS[configuration]);
  for (let round = 0; round < ROUNDS; round++) {
    for (const runner of runners) {
      if (!isTimed(runner, gpuGflops) || runner.trainedMillis > TRAINING_MILLIS) continue;
      await attempt(runner, async () => {
        // A compiler may still be at work in the second step, too.
        if (runner.bursts.length === 0) await call<Burst>(runner.stand, 'train', BURST_MILLIS);
        // On the runner's own thread, since cores differ from one another and from second to second.
        const ceiling = await call<number>(runner.stand, 'ceiling', CEILING_MILLIS);
        const before = runner.stand.threadMillis();
        const { millis } = await call<Burst>(runner.stand, 'train', BURST_MILLIS);
        runner.steps += millis.length;
        for (const [thread, after] of runner.stand.threadMillis()) {
          const spent = (runner.threadMillis.get(thread) ?? 0) + after - (before.get(thread) ?? 0);
          runner.threadMillis.set(thread, spent);
        }
        const step = median(millis);
        const peak = runner.device === 'webgpu' ? gpuGflops : ceiling;
        ceilings.push(ceiling);
        runner.bursts.push(step);
        runner.trainedMillis += millis.reduce((sum, one) => sum + one, 0);
        if (peak !== null && runner.executor !== 'webgl')
          runner.shares.push(flops / (step / 1000) / (peak * 1e9));
      });
    }
    console.log(`${configuration}: round ${round + 1} of ${ROUNDS}`);
  }
  const rows: BenchRow[] = [];
  let ownLosses: number[] = [];
  for (const runner of runners) {
    await attempt(runner, async () => {
      const losses = await completeLosses(runner, patience);
      if (ownLosses.length === 0 && runner.implementation === 'own') ownLosses = losses;
      const row = await rowOf(runner, configuration, losses, ownLosses);
      await abandon(runner.stand);
      rows.push(row);
      const { tokensPerSecond, compared } = row;
      const speed = tokensPerSecond === null ? 'not timed' : `${Math.round(tokensPerSecond)} tokens/s`;
      const loss = compared ? `, loss ${compared.loss.toFixed(5)} after ${compared.step} steps` : '';
      console.log(`${configuration} ${nameOf(runner)}: ${speed}${loss}`);
    });
  }
  return { rows, ceilings, skipped };
}

/** Opens a stand for it and takes its first step. Throws an Error, and closes the stand, where that fails. */
async function enter(
  lab: Lab,
  configuration: ConfigurationName,
  implementation: Implementation,
): Promise<Runner> {
  const stand = await within(CALL_MILLIS, 'a page for it', lab.openStand());
  try {
    const { implementation: name, executor } = implementation;
    const opening = await call<Opening>(stand, 'open', name, executor, configuration);
    const measured = { bursts: [], trainedMillis: 0, steps: 0, threadMillis: new Map(), shares: [] };
    return { ...implementation, stand, opening, ...measured };
  } catch (error) {
    await abandon(stand);
    throw error;
  }
}

/** A call that throws an Error when there is no answer in time. */
function call<T>(stand: Stand, name: StandCall['name'], ...args: unknown[]): Promise<T> {
  return within(CALL_MILLIS, name, stand.call<T>(name, ...args));
}

/** Closes a stand that may have died; one that does not close is left to the end of the browser. */
async function abandon(stand: Stand): Promise<void> {
  await within(CLOSE_MILLIS, 'close', stand.close()).catch(() => undefined);
}

function isTimed({ device }: Implementation, gpuGflops: number | null): boolean {
  return device === 'cpu' || gpuGflops !== null;
}

/** Goes on training until the step whose loss is compared, as far as patience goes; not for a loss that differs anyway. */
async function completeLosses({ stand, bursts, differs }: Runner, patience: number): Promise<number[]> {
  let losses = await call<number[]>(stand, 'losses');
  if (differs) return losses;
  // The first step compiles too: who was not timed takes another one to tell how long the rest would take.
  const steps = bursts.length > 0 ? bursts : (await call<Burst>(stand, 'train', 0)).millis;
  const millis = median(steps);
  losses = await call<number[]>(stand, 'losses');
  const started = performance.now();
  while (losses.length < COMPARED_STEP) {
    const missing = (COMPARED_STEP - losses.length) * millis;
    if (missing > patience - (performance.now() - started)) break;
    await call<Burst>(stand, 'train', Math.min(missing, 2000));
    losses = await call<number[]>(stand, 'losses');
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
    ...processorTime(runner, tokens),
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

/** What a runner's bursts took of the processor, where the system told. */
function processorTime(
  { steps, threadMillis }: Pick<Runner, 'steps' | 'threadMillis'>,
  tokensPerStep: number,
): Pick<BenchRow, 'tokensPerCpuSecond' | 'threads'> {
  const spent = [...threadMillis.values()];
  const total = spent.reduce((sum, millis) => sum + millis, 0);
  if (total === 0) return { tokensPerCpuSecond: null, threads: null };
  return { tokensPerCpuSecond: (1000 * tokensPerStep * steps) / total, threads: workingThreads(spent) };
}

/** How many threads did at least this share of what the busiest did: those that compile or collect garbage do less. */
const WORKING_SHARE = 0.25;

export function workingThreads(millis: readonly number[]): number {
  const busiest = Math.max(...millis);
  return millis.filter((spent) => spent >= WORKING_SHARE * busiest).length;
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
  return call<SamplingSpeed>(stand, 'sample', rows, SAMPLING_MILLIS);
}

export function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0];
}
