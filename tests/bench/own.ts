/** Our own engine in the benchmark: its executors as contestants. */

import type { Executor } from '../../shared/lm/executor.ts';
import type { Batch } from '../../shared/lm/language-model.ts';
import { createJsExecutor } from '../../shared/lm/executors/js.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { createThreadedExecutor } from '../../shared/lm/executors/threads/threads.ts';
import { createWebgpuExecutor } from '../../shared/lm/executors/webgpu/executor.ts';
import type { Contestant, ContestantOptions } from './contestant.ts';

/** Four where there are four cores, else two. */
const threadsHere = (): number => (navigator.hardwareConcurrency >= 4 ? 4 : 2);

function createExecutor({ config, executor }: ContestantOptions): Promise<Executor> {
  if (executor === 'js') return createJsExecutor(config);
  if (executor === 'webgpu') return createWebgpuExecutor(config);
  if (executor === 'wasm') return createWasmExecutor(config, 'relaxed');
  if (executor === 'wasm-threads') return createThreadedExecutor(config, { threads: threadsHere() });
  if (executor === 'wasm-plain') return createWasmExecutor(config, 'plain');
  if (executor === 'wasm-scalar') return createWasmExecutor(config, 'none');
  throw new Error(`no own executor ${executor}`);
}

export async function create(options: ContestantOptions): Promise<Contestant> {
  const executor = await createExecutor(options);
  await executor.load(options.weights);
  const { learningRate, config } = options;
  return {
    backend: executor.backend,
    step: async (batch: Batch) => {
      const { loss } = await executor.step(batch, { learningRate, weightDecay: 0, clipNorm: 0 });
      return loss;
    },
    sampleCached: async (rows, tokens) => {
      const prompts = Array.from({ length: rows }, (_, row) => [row % config.vocabSize]);
      await executor.generate(prompts, {
        maxTokens: tokens,
        temperature: 1,
        topP: 1,
        seed: 1,
        stopTokens: [],
      });
    },
    forward: async ({ tokens, rows }) => {
      const weights = new Float32Array(tokens.length).fill(1);
      await executor.evaluate({ rows, length: config.contextLength, tokens, targets: tokens, weights });
    },
  };
}
