/** The executor in WASM: the fastest on a processor, in Node, pages and workers alike. */

import { createScalarHost, createWasmHost, detectSimd, type SimdVariant } from '../../nn/wasm/host.ts';
import type { ModelConfig } from '../config.ts';
import { HeapExecutor } from './heap-executor.ts';

/**
 * Throws a RangeError on an invalid configuration and an Error where WASM, or the variant, is missing. Without `variant` it takes
 * relaxed SIMD where the device has it, else plain SIMD, else none.
 */
export async function createWasmExecutor(
  config: ModelConfig,
  variant: SimdVariant | 'none' = detectSimd() ?? 'none',
): Promise<HeapExecutor> {
  const host = variant === 'none' ? await createScalarHost() : await createWasmHost(variant);
  return new HeapExecutor('wasm', config, host);
}
