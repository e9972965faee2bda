/** The executor in plain typed arrays: runs everywhere. */

import { ArenaExecutor } from '../arena-executor.ts';
import type { ModelConfig } from '../config.ts';
import { createJsHost } from './kernels.ts';

/** Throws a RangeError on an invalid configuration. */
export async function createJsExecutor(config: ModelConfig): Promise<ArenaExecutor> {
  return new ArenaExecutor('js', config, createJsHost());
}
