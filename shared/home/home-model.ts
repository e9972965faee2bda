/** A model that a player takes home: weights, tokenizer, and what its lab says of it. */

import type { ModelConfig } from '../lm/config.ts';
import type { TokenizerFile } from '../tokenizer/bpe.ts';

/** What the model card says, in the words of the page that wrote it. */
export interface ModelCard {
  /** The lab's name, and the number of its sign and colour. */
  lab: string;
  look: number;
  /** One that had no lesson goes on from a text; the others answer. */
  manner: 'continue' | 'answer';
  /** What somebody who does not know its world could say to it. */
  ideas: string[];
  /** What was chosen, and what came of it. */
  lines: { name: string; words: string }[];
}

export interface HomeModel {
  card: ModelCard;
  config: ModelConfig;
  weights: Float32Array;
  tokenizer: TokenizerFile;
}
