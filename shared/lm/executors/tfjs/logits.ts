/** What any model in TF.js operations says of the next token. */

import type * as tf from '@tensorflow/tfjs';
import type { ModelConfig } from '../../config.ts';
import { gruLogits } from './gru.ts';
import { transformerLogits, type Parameters } from './model.ts';

/** Logits [rows * length, vocabSize] of tokens [rows * length]. */
export function logits(
  config: ModelConfig,
  parameters: Parameters,
  tokens: Int32Array,
  rows: number,
  length: number,
): tf.Tensor2D {
  return config.architecture === 'gru'
    ? gruLogits(config, parameters, tokens, rows, length)
    : transformerLogits(config, parameters, tokens, rows, length);
}
