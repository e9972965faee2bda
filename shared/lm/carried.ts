/** How much a model carries along while it reads or speaks: what a server must keep for each talk. */

import type { ModelConfig } from './config.ts';

/**
 * Numbers that are kept of a text that fills the context: keys and values of every token in every layer, or one state a
 * layer, however long the text is.
 */
export function numbersCarried(config: ModelConfig): number {
  const { architecture, layers, width, contextLength } = config;
  return architecture === 'gru' ? layers * width : 2 * layers * width * contextLength;
}
