/** A model as the referee's tasks need it: its weights in an executor for as long as they are used, and its tokenizer. */

import type { ModelConfig } from '../../shared/lm/config.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { tokenizerFromJSON, type Tokenizer } from '../../shared/tokenizer/bpe.ts';
import type { ModelTask } from './tasks.ts';

/** Runs a model. */
export async function withModel<T>(
  { config, weights }: { config: ModelConfig; weights: Float32Array },
  use: (executor: Executor) => Promise<T>,
): Promise<T> {
  const executor = await createWasmExecutor(config);
  try {
    await executor.load(weights);
    return await use(executor);
  } finally {
    executor.dispose();
  }
}

const tokenizers = new Map<string, Tokenizer>();
const MAX_TOKENIZERS = 100;

/** Tokenizers remember the words that they met, so they are kept between tasks. */
export function tokenizerOf({ tokenizer: file }: Pick<ModelTask, 'tokenizer'>): Tokenizer {
  const key = JSON.stringify(file);
  let tokenizer = tokenizers.get(key);
  if (!tokenizer) {
    if (tokenizers.size >= MAX_TOKENIZERS) tokenizers.clear();
    tokenizer = tokenizerFromJSON(file);
    tokenizers.set(key, tokenizer);
  }
  return tokenizer;
}
