/** The executor in SIMD WASM: the fastest on a processor, in Node, pages and workers alike. */

import { ArenaExecutor } from '../arena-executor.ts';
import type { ModelConfig } from '../config.ts';
import { createWasmHost, type SimdVariant } from './host.ts';

/**
 * Throws a RangeError on an invalid configuration and an Error where WASM SIMD is missing. Without `variant` it takes
 * relaxed SIMD where the device has it, else plain SIMD.
 */
export async function createWasmExecutor(config: ModelConfig, variant?: SimdVariant): Promise<ArenaExecutor> {
  return new ArenaExecutor('wasm', config, await createWasmHost(variant));
}
