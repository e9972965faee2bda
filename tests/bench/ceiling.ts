/** Measures what one core can do with relaxed SIMD: the ceiling that a training step is compared with. */

import { CEILING_MODULE } from './ceiling.generated.ts';

interface CeilingExports {
  FLOPS_PER_ITERATION: { value: number };
  multiplyAdd(iterations: number, factor: number): number;
}

/** About a millisecond. */
const SHORT_ITERATIONS = 200_000;
/** Calls after which the browser has compiled the loop with its optimizing compiler. */
const WARM_UP_CALLS = 50;

/**
 * Returns a function that times register-resident fused multiply-adds on the calling thread for about so many
 * milliseconds, and answers in GFLOP/s. Throws a CompileError where the device has no relaxed SIMD. `now` is a clock in
 * milliseconds.
 */
export async function createCeiling(now: () => number): Promise<(millis: number) => number> {
  const bytes = Uint8Array.from(atob(CEILING_MODULE), (character) => character.charCodeAt(0));
  const { instance } = await WebAssembly.instantiate(bytes);
  const { multiplyAdd, FLOPS_PER_ITERATION } = instance.exports as unknown as CeilingExports;
  const time = (iterations: number): number => {
    const started = now();
    multiplyAdd(iterations, 1e-3);
    return Math.max(now() - started, 1e-3);
  };
  for (let call = 0; call < WARM_UP_CALLS; call++) time(SHORT_ITERATIONS);
  return (millis) => {
    const iterations = Math.ceil((SHORT_ITERATIONS * millis) / time(SHORT_ITERATIONS));
    return (iterations * FLOPS_PER_ITERATION.value) / time(iterations) / 1e6;
  };
}
