/** The shape of a model: the few numbers from which every tensor's size follows. */

export interface ModelConfig {
  /** Number of token ids; a multiple of 4 (SIMD lanes). */
  vocabSize: number;
  /** Longest sequence in tokens; a multiple of 4. */
  contextLength: number;
  /** Residual stream width d; a multiple of 4 * heads. */
  width: number;
  layers: number;
  heads: number;
}
