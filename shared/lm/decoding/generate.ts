/** Batched text generation with a key-value cache: many prompts at once, a finished one making room for the next. */

import { createRandom, hashSeed, type Random } from '../../random.ts';
import { argmax, drawToken, forbid, penalize } from './choice.ts';
import { decodePosition, logitsOf, type Decoder } from './decode-position.ts';
import type { Sampling } from './sampling.ts';

/** One sequence that is being decoded. */
interface Sequence {
  slot: number;
  prompt: readonly number[];
  answer: number[];
  /** Position of the token fed next. */
  position: number;
  random: Random;
  /** Tokens of prompt and answer so far; empty where no penalty asks for them. */
  seen: Set<number>;
}

/**
 * Continues each (validated) prompt by greedy choice or sampling. The result of a prompt depends on the weights, the
 * prompt, its index and the seed, never on its neighbors.
 */
export function generateBatched(
  decoder: Decoder,
  prompts: readonly (readonly number[])[],
  sampling: Sampling,
): number[][] {
  const answers: number[][] = prompts.map(() => []);
  if (sampling.maxTokens === 0) return answers;
  const waiting = prompts.map((prompt, index) => ({ prompt, index })).reverse();
  const freeSlots = Array.from({ length: decoder.buffers.slots }, (_, slot) => slot).reverse();
  let active: Sequence[] = [];
  while (waiting.length > 0 || active.length > 0) {
    while (waiting.length > 0 && freeSlots.length > 0) {
      const { prompt, index } = waiting.pop() as (typeof waiting)[number];
      active.push({
        slot: freeSlots.pop() as number,
        prompt,
        answer: answers[index],
        position: 0,
        random: createRandom(hashSeed(sampling.seed, `prompt ${index}`)),
        seen: new Set(sampling.repetitionPenalty === 1 ? [] : prompt),
      });
    }
    const feeds = active.map(({ slot, prompt, answer, position }) => ({
      token: position < prompt.length ? prompt[position] : answer[position - prompt.length],
      position,
      slot,
    }));
    decodePosition(decoder, feeds);
    adjustLogits(decoder, active, sampling);
    active = active.filter((sequence, row) => {
      const goesOn = advance(sequence, logitsOf(decoder, row), sampling, decoder.config.contextLength);
      if (!goesOn) freeSlots.push(sequence.slot);
      return goesOn;
    });
  }
  return answers;
}

/** Applies what changes the logits of all active rows; above temperature 0 they become chances. */
function adjustLogits(decoder: Decoder, active: readonly Sequence[], sampling: Sampling): void {
  const { temperature, repetitionPenalty, isAllowed } = sampling;
  active.forEach(({ seen }, row) => {
    if (repetitionPenalty !== 1) penalize(logitsOf(decoder, row), seen, repetitionPenalty);
    if (isAllowed) forbid(logitsOf(decoder, row), isAllowed);
  });
  if (temperature === 0) return;
  const { host, config, buffers } = decoder;
  host.kernels.softmaxRows(buffers.logits, active.length, config.vocabSize, 1 / temperature);
}

/** Takes the next token where the prompt has ended; false when the sequence is done. */
function advance(
  sequence: Sequence,
  values: Float32Array,
  sampling: Sampling,
  contextLength: number,
): boolean {
  sequence.position++;
  if (sequence.position < sequence.prompt.length) return true;
  if (sequence.position >= contextLength) return false;
  const token = sampling.temperature === 0 ? argmax(values) : drawToken(values, sampling, sequence.random);
  if (sampling.stopTokens.has(token)) return false;
  sequence.answer.push(token);
  if (sampling.repetitionPenalty !== 1) sequence.seen.add(token);
  return sequence.answer.length < sampling.maxTokens;
}
