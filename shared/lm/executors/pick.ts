/** Finds the fastest executor of a device by a short race, and falls back to the next one when it fails. */

import type { TfjsBackend } from '../../nn/tfjs/backends.ts';
import type { ModelConfig } from '../config.ts';
import type { Executor } from '../executor.ts';
import type { Batch } from '../language-model.ts';
import { createJsExecutor } from './js.ts';
import { createWasmExecutor } from './wasm.ts';

/** A way to make an executor; making it may fail on this device. */
export interface Candidate {
  name: string;
  create(config: ModelConfig): Promise<Executor>;
}

export interface Measurement {
  name: string;
  /** Training tokens per second; 0 when it failed. */
  tokensPerSecond: number;
  /** Why it failed, in the words of the error. */
  error?: string;
}

export interface Pick {
  /** The winner, with its initial weights. */
  executor: Executor;
  candidate: Candidate;
  tokensPerSecond: number;
  /** All candidates, in the order tried. */
  measurements: readonly Measurement[];
}

export interface PickOptions {
  candidates?: readonly Candidate[];
  /** A clock in milliseconds. */
  now: () => number;
  /** How long each candidate is timed, after one step that warms it up. */
  raceMillis?: number;
  batchRows?: number;
}

/** TF.js is imported only when it is wanted, so that a page that trains in WASM never loads it. */
function tfjsCandidate(backend: TfjsBackend): Candidate {
  return {
    name: `tfjs-${backend}`,
    create: async (config) => {
      const { createTfjsExecutor } = await import('./tfjs/executor.ts');
      return createTfjsExecutor(config, backend);
    },
  };
}

/** On the processor: WASM, then plain JavaScript. */
export const PROCESSOR_CANDIDATES: readonly Candidate[] = [
  { name: 'wasm', create: createWasmExecutor },
  { name: 'js', create: createJsExecutor },
];

/** On several cores, where the page is isolated and the engine runs in a worker; loaded only when wanted. */
export const THREAD_CANDIDATES: readonly Candidate[] = [
  {
    name: 'wasm-threads',
    create: async (config) => {
      const { createThreadedExecutor, threadsFor } = await import('./threads/threads.ts');
      return createThreadedExecutor(config, { threads: threadsFor(navigator.hardwareConcurrency) });
    },
  },
];

/** On a graphics processor, by our own kernels, which are loaded only when wanted, or through TF.js. */
export const GRAPHICS_CANDIDATES: readonly Candidate[] = [
  {
    name: 'webgpu',
    create: async (config) => {
      const { createWebgpuExecutor } = await import('./webgpu/executor.ts');
      return createWebgpuExecutor(config);
    },
  },
  tfjsCandidate('webgpu'),
  tfjsCandidate('webgl'),
];

/**
 * Times some training steps of each candidate and returns the fastest, disposing the others. A candidate that fails
 * counts as 0 tokens/s; throws an Error that lists every failure when none works.
 */
export async function pick(config: ModelConfig, options: PickOptions): Promise<Pick> {
  const { candidates = PROCESSOR_CANDIDATES, now, raceMillis = 300, batchRows = 16 } = options;
  const batch = raceBatch(config, batchRows);
  const measurements: Measurement[] = [];
  let best: { executor: Executor; candidate: Candidate; tokensPerSecond: number } | undefined;
  for (const candidate of candidates) {
    let executor: Executor | undefined;
    try {
      executor = await candidate.create(config);
      const initial = await executor.weights();
      const tokensPerSecond = await race(executor, batch, now, raceMillis);
      await executor.load(initial);
      measurements.push({ name: candidate.name, tokensPerSecond });
      if (best && best.tokensPerSecond >= tokensPerSecond) {
        executor.dispose();
        continue;
      }
      best?.executor.dispose();
      best = { executor, candidate, tokensPerSecond };
    } catch (error) {
      executor?.dispose();
      measurements.push({ name: candidate.name, tokensPerSecond: 0, error: messageOf(error) });
    }
  }
  if (!best) {
    const failures = measurements.map(({ name, error }) => `${name}: ${error}`).join('; ');
    throw new Error(`pick: no executor works on this device (${failures})`);
  }
  return { ...best, measurements };
}

async function race(
  executor: Executor,
  batch: Batch,
  now: () => number,
  raceMillis: number,
): Promise<number> {
  const options = { learningRate: 1e-3, weightDecay: 0, clipNorm: 1 };
  const { stepsAhead = 1 } = executor;
  await executor.step(batch, options);
  const started = now();
  let steps = 0;
  let millis = 0;
  do {
    // As many at a time as training asks for.
    const results = Array.from({ length: stepsAhead }, () => executor.step(batch, options));
    for (const { loss } of await Promise.all(results)) {
      if (!Number.isFinite(loss)) throw new Error(`the loss became ${loss}`);
    }
    steps += stepsAhead;
    millis = now() - started;
  } while (millis < raceMillis);
  return (steps * batch.rows * batch.length * 1000) / Math.max(millis, 0.001);
}

/** Any tokens do: speed does not depend on them. */
function raceBatch(config: ModelConfig, rows: number): Batch {
  const length = config.contextLength;
  const size = rows * length;
  const token = (_: unknown, i: number): number => (i * 7919) % config.vocabSize;
  return {
    rows,
    length,
    tokens: Int32Array.from({ length: size }, token),
    targets: Int32Array.from({ length: size }, (_, i) => token(_, i + 1)),
    weights: new Float32Array(size).fill(1),
  };
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
