/** A model as the referee's tasks need it: its weights in an executor for as long as they are used, and its tokenizer. */

import type { ModelConfig } from '../../shared/lm/config.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { tokenizerFromJSON, type Tokenizer } from '../../shared/tokenizer/bpe.ts';
import type { ModelTask } from './tasks.ts';

/** Executors that nobody uses now, by the shape of their models: making one takes as long as measuring a small model. */
const idle = new Map<string, Executor>();
/** A lab's model, and the one before it. */
const MOST_IDLE = 2;

/** Gives an executor back for the next model of its shape; the one that has waited longest makes way. */
function putBack(shape: string, executor: Executor): void {
  idle.get(shape)?.dispose();
  idle.delete(shape);
  idle.set(shape, executor);
  const [oldest] = idle.keys();
  if (idle.size <= MOST_IDLE || oldest === undefined) return;
  idle.get(oldest)?.dispose();
  idle.delete(oldest);
}

/** Runs a model. */
export async function withModel<T>(
  { config, weights }: { config: ModelConfig; weights: Float32Array },
  use: (executor: Executor) => Promise<T>,
): Promise<T> {
  const shape = JSON.stringify(config);
  const waiting = idle.get(shape);
  idle.delete(shape);
  const executor = waiting ?? (await createWasmExecutor(config));
  try {
    await executor.load(weights);
    const found = await use(executor);
    putBack(shape, executor);
    return found;
  } catch (error) {
    executor.dispose();
    throw error;
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
