/** The shape of a model: the few numbers from which every tensor's size follows. */

interface SequenceShape {
  /** Number of token ids; a multiple of 4 (SIMD lanes). */
  vocabSize: number;
  /** Longest sequence in tokens; a multiple of 4. */
  contextLength: number;
  layers: number;
}

export interface TransformerConfig extends SequenceShape {
  architecture: 'transformer';
  /** Residual stream width d; a multiple of 4 * heads. */
  width: number;
  heads: number;
}

/** Gated recurrent units, layer upon layer (see recurrent/tensors.ts). */
export interface GruConfig extends SequenceShape {
  architecture: 'gru';
  /** Width of the embeddings and of every layer's state; a multiple of 4. */
  width: number;
}

export type ModelConfig = TransformerConfig | GruConfig;
