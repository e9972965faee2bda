/** The executor in plain typed arrays: runs everywhere. */

import { createJsHost } from '../../nn/js/kernels.ts';
import type { ModelConfig } from '../config.ts';
import { HeapExecutor } from './heap-executor.ts';

/** Throws a RangeError on an invalid configuration. */
export async function createJsExecutor(config: ModelConfig): Promise<HeapExecutor> {
  return new HeapExecutor('js', config, createJsHost());
}
