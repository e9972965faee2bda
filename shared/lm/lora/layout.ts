/** Where an adapter and what its backward pass needs lie in the heap. */

import type { TransformerWeights } from '../transformer/layout.ts';

/** A matrix [inputs, outputs] that has the adapter merged in. */
export interface AdaptedMatrix {
  weight: number;
  inputs: number;
  outputs: number;
  /** A copy without the adapter. */
  frozen: number;
  /** [inputs, rank]. */
  down: number;
  /** [rank, outputs]. */
  up: number;
}

export interface AdapterLayout extends TransformerWeights {
  expand: AdaptedMatrix;
  contract: AdaptedMatrix;
  head: AdaptedMatrix;
  rank: number;
  /** How far behind a number of the adapter its gradient lies. */
  gradientOffset: number;
  scratch: {
    /** [m, rank]. */
    narrow: number;
    /** [outputs, rank]. */
    transposed: number;
    /** Gradients of the last norm's gain and bias, which nobody reads. */
    norm: number;
  };
}
