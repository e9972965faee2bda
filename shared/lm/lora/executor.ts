/** Trains an adapter beside a model whose weights stand still. */

import { createJsHost } from '../../nn/js/kernels.ts';
import { createWasmHost, createScalarHost, detectSimd } from '../../nn/wasm/host.ts';
import type { TransformerConfig } from '../config.ts';
import { HeapExecutor } from '../executors/heap-executor.ts';
import { createAdapterNetwork } from './network.ts';

/** An executor whose weights are the adapter's; what it reads, says and costs otherwise is that of the model with the adapter merged in. */
export async function createAdapterExecutor(
  config: TransformerConfig,
  weights: Float32Array,
  rank: number,
): Promise<HeapExecutor> {
  const network = createAdapterNetwork(config, weights, rank);
  if (typeof WebAssembly === 'undefined') return new HeapExecutor('js', config, createJsHost(), { network });
  const host = detectSimd() ? await createWasmHost() : await createScalarHost();
  return new HeapExecutor('wasm', config, host, { network });
}
