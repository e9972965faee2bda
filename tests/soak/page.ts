/** The page's part of the soak: trains in the background while Node watches, and lives many lives on demand. */

import type { Executor } from '../../shared/lm/executor.ts';
import { withFallback } from '../../shared/lm/executors/fallback.ts';
import { PROCESSOR_CANDIDATES } from '../../shared/lm/executors/pick.ts';
import { randomBatch } from '../../shared/lm/testing.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { requestWebGpuDevice, sharedWebGpuDevice } from '../../shared/nn/webgpu/device.ts';
import { createWebgpuExecutor } from '../../shared/lm/executors/webgpu/executor.ts';
import { installMeter } from './meter.ts';
import { liveOnce, SOAK_CONFIG, SOAK_OPTIONS } from './runs.ts';

export type SoakKind = 'wasm' | 'webgpu';

export interface Progress {
  steps: number;
  loss: number;
  wasmBytes: number;
  gpuBytes: number;
}

const meter = installMeter();
let training:
  | { executor: Executor; steps: number; loss: number; stop: boolean; ended: Promise<void> }
  | undefined;

const create = (kind: SoakKind): Promise<Executor> =>
  kind === 'wasm' ? createWasmExecutor(SOAK_CONFIG) : createWebgpuExecutor(SOAK_CONFIG);

/** Begins to train without end. */
export async function startTraining(kind: SoakKind): Promise<void> {
  const executor = await create(kind);
  const state = { executor, steps: 0, loss: Number.NaN, stop: false, ended: Promise.resolve() };
  const run = async (): Promise<void> => {
    while (!state.stop) {
      const batch = randomBatch(SOAK_CONFIG, 4, SOAK_CONFIG.contextLength, { seed: state.steps % 8 });
      ({ loss: state.loss } = await executor.step(batch, SOAK_OPTIONS));
      state.steps++;
      await new Promise((resolve) => setTimeout(resolve));
    }
    executor.dispose();
  };
  state.ended = run();
  training = state;
}

export function progress(): Progress {
  const { steps, loss } = training ?? { steps: 0, loss: Number.NaN };
  return { steps, loss, wasmBytes: meter.wasmBytes(), gpuBytes: meter.gpuBytes() };
}

/** Ends the training and frees its memory. */
export async function stopTraining(): Promise<void> {
  if (!training) return;
  training.stop = true;
  await training.ended;
  training = undefined;
}

/** One model made, trained and disposed; resolves to its last loss. */
export function liveOneLife(kind: SoakKind, steps: number): Promise<number> {
  return liveOnce(() => create(kind), steps);
}

/**
 * A model on a device of its own that is lost while it trains; it goes on in WASM from the last good weights. Resolves to
 * the executor that it ended on.
 */
export async function loseDeviceOnce(steps: number): Promise<string> {
  const device = await requestWebGpuDevice();
  if (!device) throw new Error('no WebGPU');
  const executor = await withFallback(await createWebgpuExecutor(SOAK_CONFIG, device), {
    candidates: PROCESSOR_CANDIDATES,
  });
  for (let step = 0; step < 2 * steps; step++) {
    if (step === steps) device.device.destroy();
    await executor.step(randomBatch(SOAK_CONFIG, 4, SOAK_CONFIG.contextLength, { seed: step }), SOAK_OPTIONS);
  }
  const { kind } = executor;
  executor.dispose();
  return kind;
}

/** Whether there is WebGPU to soak. */
export async function hasWebGpu(): Promise<boolean> {
  return (await sharedWebGpuDevice()) !== undefined;
}
