/** Batched text generation with a key-value cache: many prompts at once, a finished one making room for the next. */

import { createRandom, hashSeed, type Random } from '../random.ts';
import type { Arena, DecodingBuffers } from './arena.ts';
import type { ModelConfig } from './config.ts';
import { chooseToken } from './decoding.ts';
import type { SamplingOptions } from './executor.ts';
import type { KernelHost } from './kernels.ts';
import { linear, linearWithResidual, product } from './products.ts';

/** One sequence that is being decoded. */
interface Sequence {
  index: number;
  slot: number;
  prompt: readonly number[];
  answer: number[];
  /** Position of the token fed next. */
  position: number;
  random: Random;
}

/**
 * Continues each (validated) prompt. The result of a prompt depends on the weights, the prompt, its index and the seed,
 * never on its neighbors.
 */
export function generateBatched(
  host: KernelHost,
  config: ModelConfig,
  arena: Arena,
  buffers: DecodingBuffers,
  prompts: readonly (readonly number[])[],
  options: SamplingOptions,
): number[][] {
  const stops = new Set(options.stopTokens);
  const answers: number[][] = prompts.map(() => []);
  const waiting = prompts.map((prompt, index) => ({ prompt, index })).reverse();
  const freeSlots = Array.from({ length: buffers.slots }, (_, slot) => slot).reverse();
  let active: Sequence[] = [];
  if (options.maxTokens <= 0) return answers;
  while (waiting.length > 0 || active.length > 0) {
    while (waiting.length > 0 && freeSlots.length > 0) {
      const { prompt, index } = waiting.pop() as (typeof waiting)[number];
      const random = createRandom(hashSeed(options.seed, `prompt ${index}`));
      active.push({
        index,
        slot: freeSlots.pop() as number,
        prompt,
        answer: answers[index],
        position: 0,
        random,
      });
    }
    const integers = host.integers();
    active.forEach((sequence, row) => {
      integers[buffers.tokens + row] = tokenAt(sequence, sequence.position);
      integers[buffers.positions + row] = sequence.position;
      integers[buffers.slotIndices + row] = sequence.slot;
    });
    decodePosition(host, config, arena, buffers, active.length);
    const floats = host.floats();
    const remaining: Sequence[] = [];
    active.forEach((sequence, row) => {
      const start = buffers.logits + row * config.vocabSize;
      if (advance(sequence, floats.subarray(start, start + config.vocabSize), config, options, stops)) {
        remaining.push(sequence);
      } else {
        freeSlots.push(sequence.slot);
      }
    });
    active = remaining;
  }
  return answers;
}

function tokenAt({ prompt, answer }: Sequence, position: number): number {
  return position < prompt.length ? prompt[position] : answer[position - prompt.length];
}

/** Takes the next token where the prompt has ended; false when the sequence is done. */
function advance(
  sequence: Sequence,
  logits: Float32Array,
  config: ModelConfig,
  options: SamplingOptions,
  stops: ReadonlySet<number>,
): boolean {
  sequence.position++;
  if (sequence.position < sequence.prompt.length) return true;
  if (sequence.position >= config.contextLength) return false;
  const token = chooseToken(logits, options, sequence.random);
  if (stops.has(token)) return false;
  sequence.answer.push(token);
  return sequence.answer.length < options.maxTokens;
}

/** Logits of one position of each of the first `rows` sequences. */
function decodePosition(
  { kernels }: KernelHost,
  config: ModelConfig,
  { parameters }: Arena,
  b: DecodingBuffers,
  rows: number,
): void {
  const { width, heads, vocabSize, contextLength } = config;
  const { tokenEmbedding, positionEmbedding, blocks, finalNorm, head } = parameters;
  kernels.embed(b.tokens, b.positions, tokenEmbedding, positionEmbedding, b.stream, rows, width);
  blocks.forEach(({ norm1, qkv, projection, norm2, expand, contract }, layer) => {
    kernels.layerNorm(b.stream, norm1.gain, norm1.bias, b.norm, b.statistics, rows, width);
    linear(kernels, qkv, b.norm, b.qkv, rows);
    kernels.cachedAttention(
      b.qkv,
      b.keyCaches[layer],
      b.valueCaches[layer],
      b.slotIndices,
      b.positions,
      b.scores,
      b.mixed,
      rows,
      heads,
      width / heads,
      contextLength,
    );
    linearWithResidual(kernels, projection, b.mixed, b.stream, b.stream, rows);
    kernels.layerNorm(b.stream, norm2.gain, norm2.bias, b.norm, b.statistics, rows, width);
    linear(kernels, expand, b.norm, b.hidden, rows);
    kernels.relu(b.hidden, rows * 4 * width);
    linearWithResidual(kernels, contract, b.hidden, b.stream, b.stream, rows);
  });
  kernels.layerNorm(b.stream, finalNorm.gain, finalNorm.bias, b.norm, b.statistics, rows, width);
  const size = [rows, width, vocabSize] as const;
  product(kernels, [b.norm, width, 1], [head, vocabSize], [b.logits, vocabSize], size);
}
