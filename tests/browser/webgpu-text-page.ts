/** What webgpu.test.ts runs inside the browser: text that is generated on the device, beside that of plain JavaScript. */

import type { ModelConfig } from '../../shared/lm/config.ts';
import type { SamplingOptions } from '../../shared/lm/language-model.ts';
import { createJsExecutor } from '../../shared/lm/executors/js.ts';
import { TINY } from '../../shared/lm/testing.ts';
import { createWebgpuExecutor } from '../../shared/lm/executors/webgpu/executor.ts';
import { createRandom } from '../../shared/random.ts';
import { stirredWeights } from './webgpu-page.ts';

/** Prompts of every length up to the context, in turn. */
function randomPrompts({ vocabSize, contextLength }: ModelConfig, count: number): number[][] {
  const random = createRandom(8);
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: 1 + (i % contextLength) }, () => random.int(vocabSize)),
  );
}

export interface Texts {
  js: number[][];
  webgpu: number[][];
}

/** Continues the same prompts on both executors. */
export async function generateOnBoth(
  config: ModelConfig,
  promptCount: number,
  options: SamplingOptions,
): Promise<Texts> {
  const prompts = randomPrompts(config, promptCount);
  const [js, webgpu] = await Promise.all(
    [createJsExecutor, createWebgpuExecutor].map(async (create) => {
      const executor = await create(config);
      // Larger than in training, so that the model is sure of something.
      await executor.load(stirredWeights(config).map((weight) => 2 * weight));
      const answers = await executor.generate(prompts, options);
      executor.dispose();
      return answers;
    }),
  );
  return { js, webgpu };
}

export interface Frequencies {
  /** How often each token was drawn. */
  counts: number[];
  /** Its probability in plain JavaScript. */
  chances: number[];
}

/** Draws the token that follows one prompt many times. */
export async function drawNextToken(draws: number): Promise<Frequencies> {
  const prompt = [3, 1, 4];
  const { vocabSize } = TINY;
  const weights = stirredWeights(TINY).map((weight) => 4 * weight);
  const executor = await createWebgpuExecutor(TINY);
  await executor.load(weights);
  const prompts = Array.from({ length: draws }, () => prompt);
  const options = { maxTokens: 1, temperature: 1, topP: 1, seed: 6, stopTokens: [] };
  const counts = Array.from({ length: vocabSize }, () => 0);
  for (const [token] of await executor.generate(prompts, options)) counts[token]++;
  executor.dispose();

  const js = await createJsExecutor(TINY);
  await js.load(weights);
  const losses = await js.rowLosses({
    rows: vocabSize,
    length: prompt.length,
    tokens: Int32Array.from({ length: vocabSize * prompt.length }, (_, i) => prompt[i % prompt.length]),
    targets: Int32Array.from({ length: vocabSize * prompt.length }, (_, i) => Math.floor(i / prompt.length)),
    weights: Float32Array.from({ length: vocabSize * prompt.length }, (_, i) =>
      Number(i % prompt.length === 2),
    ),
  });
  return { counts, chances: Array.from(losses, (loss) => Math.exp(-loss)) };
}
