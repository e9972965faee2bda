/** Loads the WASM kernels, choosing relaxed or plain SIMD by what the device can compile. */

import { createJsKernels } from '../js/kernels.ts';
import type { KernelHost, Kernels } from '../kernels.ts';
import { PLAIN_SIMD_MODULE, RELAXED_SIMD_MODULE } from './kernels.generated.ts';
import { SCALAR_MODULE } from './scalar.generated.ts';

export type SimdVariant = 'relaxed' | 'plain';

export const PAGE_BYTES = 65_536;

/** Bytes of a module from its base64. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

function moduleBytes(variant: SimdVariant): Uint8Array<ArrayBuffer> {
  return decodeBase64(variant === 'relaxed' ? RELAXED_SIMD_MODULE : PLAIN_SIMD_MODULE);
}

/**
 * The best variant this device runs, or undefined without WASM SIMD. On Node 20 relaxed SIMD is off unless the process
 * sets the V8 flag --experimental-wasm-relaxed-simd first.
 */
export function detectSimd(): SimdVariant | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  for (const variant of ['relaxed', 'plain'] as const) {
    if (WebAssembly.validate(moduleBytes(variant))) return variant;
  }
  return undefined;
}

/** Kernels over a growing WASM memory. Throws an Error when the variant (by default the best) cannot be compiled. */
export async function createWasmHost(variant: SimdVariant | undefined = detectSimd()): Promise<KernelHost> {
  if (!variant) throw new Error('wasm: this device has no WASM SIMD');
  const module = await WebAssembly.compile(moduleBytes(variant));
  return hostOf(module, new WebAssembly.Memory({ initial: 1 }), `wasm (${variant} SIMD)`);
}

/** Matrix products in WASM without SIMD and all else in plain JavaScript, over a growing WASM memory. */
export async function createScalarHost(): Promise<KernelHost> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { instance } = await WebAssembly.instantiate(decodeBase64(SCALAR_MODULE), { env: { memory } });
  const { gemm } = instance.exports as unknown as Pick<Kernels, 'gemm'>;
  const open = () => {
    const floats = new Float32Array(memory.buffer);
    const integers = new Int32Array(memory.buffer);
    return { floats, integers, kernels: { ...createJsKernels(floats, integers), gemm } };
  };
  let views = open();
  return {
    backend: 'wasm (no SIMD)',
    get kernels() {
      return views.kernels;
    },
    reserve(count) {
      if (count <= views.floats.length) return;
      memory.grow(Math.ceil((count * 4 - memory.buffer.byteLength) / PAGE_BYTES));
      views = open();
    },
    floats: () => views.floats,
    integers: () => views.integers,
  };
}

/**
 * Kernels of a compiled module over a memory. Where threads share the memory, each needs a packing range of its own
 * (see PACKING_START in kernels.ts).
 */
export function hostOf(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  backend: string,
  packing?: number,
): KernelHost {
  const instance = new WebAssembly.Instance(module, { env: { memory, log: Math.log } });
  const exports = instance.exports as unknown as Kernels & { usePacking(offset: number): void };
  if (packing !== undefined) exports.usePacking(packing);
  let floats = new Float32Array(memory.buffer);
  let integers = new Int32Array(memory.buffer);
  return {
    backend,
    kernels: exports,
    reserve(count) {
      if (count <= floats.length) return;
      /* Another thread may have grown a shared memory; growing by 0 then brings its new size here. */
      memory.grow(0);
      const missing = Math.ceil((count * 4) / PAGE_BYTES) - memory.buffer.byteLength / PAGE_BYTES;
      if (missing > 0) memory.grow(missing);
      floats = new Float32Array(memory.buffer);
      integers = new Int32Array(memory.buffer);
    },
    floats: () => floats,
    integers: () => integers,
  };
}
