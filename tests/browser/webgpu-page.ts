/** What webgpu.test.ts runs inside the browser: whole training runs on our WGSL kernels, and a device that goes away. */

import { hasGraphicsProcessor } from '../../client/lab/engine/candidates.ts';
import type { ModelConfig } from '../../shared/lm/config.ts';
import type { Executor, StepResult } from '../../shared/lm/executor.ts';
import { withFallback, type Fallback } from '../../shared/lm/executors/fallback.ts';
import { initialWeights } from '../../shared/lm/init.ts';
import { createJsExecutor } from '../../shared/lm/executors/js.ts';
import { parameterSpec } from '../../shared/lm/spec.ts';
import { randomBatch, TINY } from '../../shared/lm/testing.ts';
import {
  GRAPHICS_CANDIDATES,
  pick,
  PROCESSOR_CANDIDATES,
  type Measurement,
} from '../../shared/lm/executors/pick.ts';
import { createTfjsExecutor } from '../../shared/lm/executors/tfjs/executor.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { requestWebGpuDevice } from '../../shared/nn/webgpu/device.ts';
import { createWebgpuExecutor } from '../../shared/lm/executors/webgpu/executor.ts';
import { REPORT_SLOTS } from '../../shared/nn/webgpu/update.ts';

/** One step, compared with plain JavaScript. */
export interface GradientReport {
  loss: number;
  expectedLoss: number;
  gradientNorm: number;
  expectedNorm: number;
  /** By tensor: largest difference of the gradient over the largest gradient. */
  gradientErrors: Record<string, number>;
  /** Largest difference of a weight after the step. */
  weightError: number;
}

/** Weights away from the start, where gains are 1 and biases 0, so that every term of every gradient counts. */
export function stirredWeights(config: ModelConfig): Float32Array {
  return initialWeights(config, 5).map((weight, i) => weight + 0.05 * Math.sin(i * 12.9898));
}

/** One step; `masked` leaves out targets here and there, and those of the second half of each row, a little earlier in each. */
export async function compareGradients(
  config: ModelConfig,
  rows: number,
  length: number,
  options: { masked: boolean; clipNorm: number },
): Promise<GradientReport> {
  const batch = randomBatch(config, rows, length, { masked: options.masked });
  if (options.masked) {
    for (let row = 0; row < rows; row++) {
      batch.weights.fill(0, row * length + Math.floor(length / 2) - row, (row + 1) * length);
    }
  }
  const js = await createJsExecutor(config);
  const webgpu = await createWebgpuExecutor(config);
  const results: StepResult[] = [];
  for (const executor of [js, webgpu]) {
    await executor.load(stirredWeights(config));
    const { clipNorm } = options;
    results.push(await executor.step(batch, { learningRate: 1e-3, weightDecay: 0.1, clipNorm }));
  }
  const [expected, actual] = results;
  const wanted = js.gradients();
  const got = await webgpu.gradients();
  const gradientErrors: Record<string, number> = {};
  for (const { name, offset, size } of parameterSpec(config).tensors) {
    gradientErrors[name] = relativeError(
      got.subarray(offset, offset + size),
      wanted.subarray(offset, offset + size),
    );
  }
  const jsWeights = await js.weights();
  const webgpuWeights = await webgpu.weights();
  const weightError = webgpuWeights.reduce(
    (worst, weight, i) => Math.max(worst, Math.abs(weight - jsWeights[i])),
    0,
  );
  js.dispose();
  webgpu.dispose();
  return {
    loss: actual.loss,
    expectedLoss: expected.loss,
    gradientNorm: actual.gradientNorm,
    expectedNorm: expected.gradientNorm,
    gradientErrors,
    weightError,
  };
}

function relativeError(actual: Float32Array, expected: Float32Array): number {
  let largest = 0;
  let worst = 0;
  actual.forEach((value, i) => {
    largest = Math.max(largest, Math.abs(expected[i]));
    worst = Math.max(worst, Math.abs(value - expected[i]));
  });
  return worst / Math.max(largest, 1e-6);
}

export interface ManyShapes {
  js: number[];
  webgpu: number[];
  /** GPU bytes that the executor holds at the end, and after it was disposed. */
  bytes: number;
  bytesAfter: number;
}

/** Losses of many batch shapes in turn, with evaluations and sentences in between, on both executors. */
export async function trainOnManyShapes(): Promise<ManyShapes> {
  const run = async (executor: Executor): Promise<number[]> => {
    const losses: number[] = [];
    await executor.load(stirredWeights(TINY));
    for (let step = 0; step < 12; step++) {
      const batch = randomBatch(TINY, 1 + (step % 5), 12 - (step % 7), { seed: step });
      const { loss } = await executor.step(batch, { learningRate: 3e-3, weightDecay: 0.01, clipNorm: 1 });
      const { nats, weight } = await executor.evaluate(randomBatch(TINY, 3 + step, 12, { seed: 1 }));
      losses.push(loss, nats / weight);
    }
    const [answer] = await executor.generate([[1, 2]], {
      maxTokens: 8,
      temperature: 0,
      topP: 1,
      seed: 1,
      stopTokens: [],
    });
    return [...losses, ...answer];
  };
  const executor = await createWebgpuExecutor(TINY);
  const webgpu = await run(executor);
  const bytes = executor.memoryBytes;
  executor.dispose();
  return { js: await run(await createJsExecutor(TINY)), webgpu, bytes, bytesAfter: executor.memoryBytes };
}

/** More steps than reports fit on the device, asked for all at once, without waiting for the one before. */
export async function trainWithoutWaiting(): Promise<{ waiting: number[]; overlapping: number[] }> {
  const options = { learningRate: 3e-3, weightDecay: 0.01, clipNorm: 1 };
  const step = (executor: Executor, seed: number) =>
    executor.step(randomBatch(TINY, 4, 12, { seed }), options);
  const executor = await createWebgpuExecutor(TINY);
  const waiting: number[] = [];
  const seeds = Array.from({ length: REPORT_SLOTS + 6 }, (_, seed) => seed);
  for (const seed of seeds) waiting.push((await step(executor, seed)).loss);
  await executor.load(initialWeights(TINY, 1));
  const results = await Promise.all(seeds.map((seed) => step(executor, seed)));
  executor.dispose();
  return { waiting, overlapping: results.map(({ loss }) => loss) };
}

export interface SharedDevice {
  /** Devices asked for, beyond those there were. */
  newDevices: number;
  /** Losses of both executors. */
  tfjs: number[];
  webgpu: number[];
}

/** Trains in TF.js and on our own kernels side by side. */
export async function shareDevice(): Promise<SharedDevice> {
  const request = GPUAdapter.prototype.requestDevice;
  let newDevices = 0;
  GPUAdapter.prototype.requestDevice = function (...args) {
    newDevices++;
    return request.apply(this, args);
  };
  try {
    const executors = [await createTfjsExecutor(TINY, 'webgpu'), await createWebgpuExecutor(TINY)];
    const losses: number[][] = [[], []];
    for (let step = 0; step < 2; step++) {
      const batch = randomBatch(TINY, 2, 8);
      const options = { learningRate: 1e-2, weightDecay: 0, clipNorm: 1 };
      const results = await Promise.all(executors.map((executor) => executor.step(batch, options)));
      results.forEach(({ loss }, i) => losses[i].push(loss));
    }
    for (const executor of executors) executor.dispose();
    return { newDevices, tfjs: losses[0], webgpu: losses[1] };
  } finally {
    GPUAdapter.prototype.requestDevice = request;
  }
}

export interface LossOfDevice {
  /** Losses step by step; the device goes away in the middle. */
  losses: number[];
  /** The same in plain JavaScript, without moments from the step on where the fallback took over. */
  expected: number[];
  fallbacks: Fallback[];
  kindAfter: string;
  /** What the executor itself says, without a fallback around it. */
  errors: string[];
}

/** Destroys the device in mid-training: between two steps, or while a step is under way. */
export async function loseDevice(when: 'between steps' | 'during a step'): Promise<LossOfDevice> {
  const owner = await requestWebGpuDevice();
  if (!owner) throw new Error('no WebGPU');
  const options = { learningRate: 3e-3, weightDecay: 0.01, clipNorm: 1 };
  const bare = await createWebgpuExecutor(TINY, owner);
  const fallbacks: Fallback[] = [];
  const executor = await withFallback(await createWebgpuExecutor(TINY, owner), {
    candidates: [{ name: 'wasm', create: (config) => createWasmExecutor(config) }],
    onFallback: (fallback) => fallbacks.push(fallback),
    snapshotEvery: 2,
  });
  const batch = randomBatch(TINY, 4, 12);
  const losses: number[] = [];
  for (let step = 0; step < 4; step++) losses.push((await executor.step(batch, options)).loss);
  const underWay = when === 'during a step' ? executor.step(batch, options) : undefined;
  owner.device.destroy();
  if (when === 'between steps') await owner.device.lost;
  losses.push((await (underWay ?? executor.step(batch, options))).loss);
  while (losses.length < 8) losses.push((await executor.step(batch, options)).loss);

  const errors: string[] = [];
  for (const operation of [() => bare.step(batch, options), () => bare.weights()]) {
    await operation().catch((error: Error) => errors.push(error.message));
  }
  const js = await createJsExecutor(TINY);
  const expected: number[] = [];
  for (let step = 0; step < 8; step++) {
    if (step === 4) await js.load(await js.weights());
    expected.push((await js.step(batch, options)).loss);
  }
  return { losses, expected, fallbacks, kindAfter: executor.kind, errors };
}

export interface Race {
  winner: string;
  measurements: readonly Measurement[];
  /** Whether the page would have held the race at all. */
  hasGraphics: boolean;
}

/** Our own kernels against WASM. */
export async function raceSoftware(): Promise<Race> {
  const candidates = [...GRAPHICS_CANDIDATES, ...PROCESSOR_CANDIDATES].filter(({ name }) =>
    ['wasm', 'webgpu'].includes(name),
  );
  const { executor, measurements } = await pick(TINY, {
    candidates,
    now: () => performance.now(),
    raceMillis: 200,
  });
  const winner = executor.kind;
  executor.dispose();
  return { winner, measurements, hasGraphics: await hasGraphicsProcessor() };
}
