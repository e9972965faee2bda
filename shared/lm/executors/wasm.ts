/** The executor in SIMD WASM: the fastest on a processor, in Node, pages and workers alike. */

import { createWasmHost, type SimdVariant } from '../../nn/wasm/host.ts';
import type { ModelConfig } from '../config.ts';
import { HeapExecutor } from './heap-executor.ts';

/**
 * Throws a RangeError on an invalid configuration and an Error where WASM SIMD is missing. Without `variant` it takes
 * relaxed SIMD where the device has it, else plain SIMD.
 */
export async function createWasmExecutor(config: ModelConfig, variant?: SimdVariant): Promise<HeapExecutor> {
  return new HeapExecutor('wasm', config, await createWasmHost(variant));
}
