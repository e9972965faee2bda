/** The kernels of gated recurrent units in plain typed arrays; the interface is described in kernels.ts. */

import type { Kernels } from '../kernels.ts';

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Kernels over one heap. */
export function createGruKernels(heap: Float32Array): Pick<Kernels, 'gruGates' | 'gruGatesGradient'> {
  return {
    gruGates(gates, recurrent, previous, state, rows, width, gateStep, stateStep) {
      for (let r = 0; r < rows; r++) {
        for (let c = 0; c < width; c++) {
          const g = gates + r * gateStep + c;
          const u = recurrent + r * gateStep + c;
          const before = previous === 0 ? 0 : heap[previous + r * stateStep + c];
          const reset = sigmoid(heap[g] + heap[u]);
          const update = sigmoid(heap[g + width] + heap[u + width]);
          const candidate = Math.tanh(heap[g + 2 * width] + reset * heap[u + 2 * width]);
          heap[g] = reset;
          heap[g + width] = update;
          heap[g + 2 * width] = candidate;
          heap[state + r * stateStep + c] = candidate + update * (before - candidate);
        }
      }
    },
    gruGatesGradient(gates, recurrent, previous, dState, dPrevious, rows, width, gateStep, stateStep) {
      for (let r = 0; r < rows; r++) {
        for (let c = 0; c < width; c++) {
          const g = gates + r * gateStep + c;
          const u = recurrent + r * gateStep + c;
          const s = r * stateStep + c;
          const before = previous === 0 ? 0 : heap[previous + s];
          const [reset, update, candidate] = [heap[g], heap[g + width], heap[g + 2 * width]];
          const dCandidate = heap[dState + s] * (1 - update) * (1 - candidate * candidate);
          const dUpdate = heap[dState + s] * (before - candidate) * update * (1 - update);
          const dReset = dCandidate * heap[u + 2 * width] * reset * (1 - reset);
          if (previous !== 0) heap[dPrevious + s] += heap[dState + s] * update;
          heap[g] = heap[u] = dReset;
          heap[g + width] = heap[u + width] = dUpdate;
          heap[g + 2 * width] = dCandidate;
          heap[u + 2 * width] = dCandidate * reset;
        }
      }
    },
  };
}
