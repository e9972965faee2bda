/** What a training step costs the processor to issue on our own WGSL kernels, on a device that executes nothing. */

import type { ModelConfig } from '../../shared/lm/config.ts';
import { randomBatch } from '../../shared/lm/testing.ts';
import { requestWebGpuDevice } from '../../shared/nn/webgpu/device.ts';
import { createWebgpuExecutor } from '../../shared/lm/executors/webgpu/executor.ts';

export interface IssueCost {
  /** Milliseconds from asking for a step until it is submitted: checks, upload and encoding; median of all steps. */
  issueMs: number;
  /** The same: 10 % and 90 % of the steps took at most this. */
  spread: readonly [low: number, high: number];
  /** Milliseconds a step with all that follows, such as waiting for losses: time over steps. */
  wallMs: number;
  /** Dispatches of a step. */
  dispatches: number;
  /** Submits a step, those of reading losses back included: total over steps. */
  submits: number;
  /** GPU bytes held. */
  memoryBytes: number;
}

export interface IssueOptions {
  /** A clock in milliseconds. */
  now: () => number;
  rows?: number;
  warmUpSteps?: number;
  steps?: number;
}

/**
 * Asks for steps as training does, several ahead of their losses. `gpu` is Dawn's entrance with the null backend, from
 * `create(['backend=null'])` of the npm package `webgpu`, whose globals must be set. Throws an Error without an adapter.
 */
export async function measureIssueCost(
  gpu: GPU,
  config: ModelConfig,
  { now, rows = 16, warmUpSteps = 500, steps = 1000 }: IssueOptions,
): Promise<IssueCost> {
  const owner = await requestWebGpuDevice(gpu);
  if (!owner) throw new Error('issue cost: the WebGPU given has no adapter');
  const counts = countCalls(owner.device);
  const executor = await createWebgpuExecutor(config, owner);
  const batch = randomBatch(config, rows, config.contextLength);
  const options = { learningRate: 1e-3, weightDecay: 0.01, clipNorm: 1 };
  const run = async (count: number): Promise<number[]> => {
    const times: number[] = [];
    const underWay: Promise<unknown>[] = [];
    for (let step = 0; step < count; step++) {
      const started = now();
      const result = executor.step(batch, options);
      times.push(now() - started);
      underWay.push(result);
      if (underWay.length >= executor.stepsAhead) await underWay.shift();
    }
    await Promise.all(underWay);
    return times;
  };
  await run(warmUpSteps);
  counts.dispatches = counts.submits = 0;
  const started = now();
  const times = (await run(steps)).sort((a, b) => a - b);
  const wallMs = (now() - started) / steps;
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))];
  const { memoryBytes } = executor;
  executor.dispose();
  owner.device.destroy();
  return {
    issueMs: at(0.5),
    spread: [at(0.1), at(0.9)],
    wallMs,
    dispatches: counts.dispatches / steps,
    submits: counts.submits / steps,
    memoryBytes,
  };
}

/** Counts what is asked of a device from now on. */
function countCalls(device: GPUDevice): { dispatches: number; submits: number } {
  const counts = { dispatches: 0, submits: 0 };
  const { queue } = device;
  const submit = queue.submit.bind(queue);
  queue.submit = (buffers) => {
    counts.submits++;
    return submit(buffers);
  };
  const createCommandEncoder = device.createCommandEncoder.bind(device);
  device.createCommandEncoder = (descriptor) => {
    const encoder = createCommandEncoder(descriptor);
    const beginComputePass = encoder.beginComputePass.bind(encoder);
    encoder.beginComputePass = (passDescriptor) => {
      const pass = beginComputePass(passDescriptor);
      const dispatchWorkgroups = pass.dispatchWorkgroups.bind(pass);
      pass.dispatchWorkgroups = (...counted) => {
        counts.dispatches++;
        return dispatchWorkgroups(...counted);
      };
      return pass;
    };
    return encoder;
  };
  return counts;
}
