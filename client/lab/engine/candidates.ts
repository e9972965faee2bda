/** Which executors are worth racing on this device. */

import {
  GRAPHICS_CANDIDATES,
  PROCESSOR_CANDIDATES,
  THREAD_CANDIDATES,
  type Candidate,
} from '../../../shared/lm/executors/pick.ts';
import type { ForcedExecutor } from './api.ts';

const named = (name: string): Candidate[] =>
  [...PROCESSOR_CANDIDATES, ...THREAD_CANDIDATES, ...GRAPHICS_CANDIDATES].filter(
    (candidate) => candidate.name === name,
  );

/** True where there is a graphics processor behind WebGPU; a software one would lose the race and only slow it down. */
export async function hasGraphicsProcessor(): Promise<boolean> {
  const gpu = 'gpu' in navigator ? navigator.gpu : undefined;
  const adapter = await gpu?.requestAdapter().catch(() => null);
  if (!adapter) return false;
  const info: { isFallbackAdapter?: boolean; architecture?: string; description?: string } = adapter.info;
  if (info.isFallbackAdapter) return false;
  return !/swiftshader|llvmpipe|software/i.test(`${info.architecture ?? ''} ${info.description ?? ''}`);
}

/**
 * Lists of candidates, tried list by list: all of a list race each other, and a later list runs only when nothing in
 * the earlier ones works. The measured speed alone decides. WebGL computes too slowly here to race WASM, but it beats
 * plain JavaScript; threads fail at once where the page is not isolated; TF.js on WebGPU would load a large library for a device that our own kernels use already.
 */
export function candidateLists(forced: ForcedExecutor | null, graphics: boolean): Candidate[][] {
  if (forced === 'tfjs') return [named('tfjs-webgpu'), named('tfjs-webgl')];
  if (forced) return [named(forced)];
  const processor = [...named('wasm'), ...named('wasm-threads')];
  const first = graphics ? [...processor, ...named('webgpu')] : processor;
  return [first, [...named('tfjs-webgpu'), ...named('tfjs-webgl')], named('js')];
}
