/** Where everything lies during text generation on the graphics processor. */

import type { TransformerConfig } from '../../config.ts';

/** Threads of a workgroup; what every WebGPU device can run. */
export const DECODING_THREADS = 256;

/** The first words of what is uploaded; the last two are floats. */
export const FIRST_POSITION = 0;
export const END_POSITION = 1;
export const MAX_TOKENS = 2;
export const TEMPERATURE = 3;
export const TOP_P = 4;
const HEADER_WORDS = 8;

export interface DecodingLayout {
  /** In what is uploaded, in words: [vocabSize], 1 for tokens that end a text. */
  stops: number;
  /** Behind them, for each sequence: length of the prompt, seed, tokens of the prompt. */
  prompts: number;
  promptStep: number;
  /** At the start of the state, for each sequence: whether it has ended, how many new tokens it has, those tokens. */
  resultStep: number;
  /** Behind all results, for each sequence: keys and values of each layer and position, then logits. */
  cacheStep: number;
  /** Within a sequence's cache. */
  logits: number;
  /** Workgroup memory of the kernel, in bytes. */
  workgroupBytes: number;
}

export function planDecoding(config: TransformerConfig): DecodingLayout {
  const { vocabSize, contextLength, width, layers, heads } = config;
  const logits = layers * 2 * contextLength * width;
  return {
    stops: HEADER_WORDS,
    prompts: HEADER_WORDS + vocabSize,
    promptStep: 2 + contextLength,
    resultStep: 2 + contextLength,
    cacheStep: logits + vocabSize,
    logits,
    workgroupBytes: 4 * (6 * width + heads * contextLength + DECODING_THREADS + 32),
  };
}
