/** Many lives of a model in a row: made, trained, sampled, disposed. What is left in memory after each is what leaks. */

import type { ModelConfig } from '../../shared/lm/config.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { randomBatch } from '../../shared/lm/testing.ts';

export const SOAK_CONFIG: ModelConfig = {
  architecture: 'transformer',
  vocabSize: 256,
  contextLength: 32,
  width: 48,
  layers: 2,
  heads: 3,
};

export const SOAK_OPTIONS = { learningRate: 1e-3, weightDecay: 0.01, clipNorm: 1 };

/** One life; throws an Error when training gave no finite loss. */
export async function liveOnce(
  create: (config: ModelConfig) => Promise<Executor>,
  steps: number,
): Promise<number> {
  const executor = await create(SOAK_CONFIG);
  try {
    let loss = Number.NaN;
    for (let step = 0; step < steps; step++) {
      const batch = randomBatch(SOAK_CONFIG, 4, SOAK_CONFIG.contextLength, { seed: step });
      ({ loss } = await executor.step(batch, SOAK_OPTIONS));
    }
    await executor.generate([[1], [2]], { maxTokens: 8, temperature: 1, topP: 1, seed: 1, stopTokens: [] });
    if (!Number.isFinite(loss)) throw new Error(`the loss became ${loss}`);
    return loss;
  } finally {
    executor.dispose();
  }
}
