/** What parity.test.ts runs inside the browser: the same training on every executor that a page can have. */

import { wrap } from 'comlink';
import type { ModelConfig } from '../../shared/lm/config.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { initialWeights } from '../../shared/lm/init.ts';
import { createJsExecutor } from '../../shared/lm/executors/js.ts';
import { randomBatch } from '../../shared/lm/testing.ts';
import { createTfjsExecutor } from '../../shared/lm/executors/tfjs/executor.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { createThreadedExecutor } from '../../shared/lm/executors/threads/threads.ts';
import { createWebgpuExecutor } from '../../shared/lm/executors/webgpu/executor.ts';

export interface ParityRun {
  name: string;
  backend: string;
  losses: number[];
  gradientNorms: number[];
  natsPerToken: number;
  /** Losses of the rows of one batch, then loss and gradient norm of a step that pushes half of them away. */
  signed: number[];
  answers: number[][];
  /** Tensors that TF.js still holds after dispose, above those before. */
  tensorsLeft: number;
}

export const PARITY_STEPS = 6;
const CONFIG: ModelConfig = {
  architecture: 'transformer',
  vocabSize: 48,
  contextLength: 16,
  width: 32,
  layers: 2,
  heads: 2,
};
const OPTIONS = { learningRate: 3e-3, weightDecay: 0.01, clipNorm: 1 };

const MAKERS: Record<string, () => Promise<Executor>> = {
  js: () => createJsExecutor(CONFIG),
  'wasm relaxed': () => createWasmExecutor(CONFIG, 'relaxed'),
  'wasm plain': () => createWasmExecutor(CONFIG, 'plain'),
  'wasm on 3 threads': () => createThreadedExecutor(CONFIG, { threads: 3 }),
  webgpu: () => createWebgpuExecutor(CONFIG),
  'tfjs cpu': () => createTfjsExecutor(CONFIG, 'cpu'),
  'tfjs webgl': () => createTfjsExecutor(CONFIG, 'webgl'),
  'tfjs webgpu': () => createTfjsExecutor(CONFIG, 'webgpu'),
};

export const PARITY_NAMES = Object.keys(MAKERS);

export function isIsolated(): boolean {
  return crossOriginIsolated;
}

/** Trains, evaluates and generates; a masked batch of an odd length is among the steps. */
export async function runParity(name: string): Promise<ParityRun> {
  const { memory } = await import('@tensorflow/tfjs');
  const tensorsBefore = memory().numTensors;
  const executor = await MAKERS[name]();
  await executor.load(initialWeights(CONFIG, 11));
  const losses: number[] = [];
  const gradientNorms: number[] = [];
  for (let step = 0; step < PARITY_STEPS; step++) {
    const length = step % 2 === 0 ? 16 : 13;
    const batch = randomBatch(CONFIG, 4, length, { seed: step % 3, masked: step % 2 === 1 });
    const { loss, gradientNorm } = await executor.step(batch, OPTIONS);
    losses.push(loss);
    gradientNorms.push(gradientNorm);
  }
  const { nats, weight } = await executor.evaluate(randomBatch(CONFIG, 4, 16, { seed: 0 }));
  const sampling = { maxTokens: 8, temperature: 0, topP: 1, seed: 1, stopTokens: [] };
  const answers = await executor.generate([[1, 2, 3], [4], [5, 6]], sampling);
  const signed = await pushAway(executor);
  const { backend } = executor;
  executor.dispose();
  const tensorsLeft = memory().numTensors - tensorsBefore;
  return { name, backend, losses, gradientNorms, natsPerToken: nats / weight, signed, answers, tensorsLeft };
}

/** What alignment asks of an executor: losses by row, and weights below zero over a normalizer. */
async function pushAway(executor: Executor): Promise<number[]> {
  const batch = randomBatch(CONFIG, 4, 13, { seed: 5, masked: true });
  const losses = await executor.rowLosses(batch);
  const weights = batch.weights.map((weight, i) => (i < 26 ? weight : -weight));
  const { loss, gradientNorm } = await executor.step({ ...batch, weights }, { ...OPTIONS, normalizer: 10 });
  return [...losses, loss, gradientNorm];
}

/** What parity-worker.ts offers. */
export interface ParityWorker {
  runParity: typeof runParity;
}

/** The same in a worker of its own. */
export async function runParityInWorker(name: string): Promise<ParityRun> {
  const worker = new Worker(new URL('./parity-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await wrap<ParityWorker>(worker).runParity(name);
  } finally {
    worker.terminate();
  }
}
