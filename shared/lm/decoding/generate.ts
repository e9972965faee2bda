/**
 * Batched text generation with a key-value cache: a prompt is read once for all its answers, what all prompts begin with is read
 * once for all of them, and a finished one makes room.
 */

import { createRandom, hashSeed, type Random } from '../../random.ts';
import { argmax, drawToken, forbid, penalize } from './choice.ts';
import { copyPast, decodePosition, logitsOf, type Decoder, type Feed } from './decode-position.ts';
import type { Sampling } from './sampling.ts';
import { favourGreen } from './watermark.ts';

/** An answer that is being written. */
interface Answer {
  slot: number;
  prompt: readonly number[];
  tokens: number[];
  random: Random;
  /** Tokens of prompt and answer so far; empty where no penalty asks for them. */
  seen: Set<number>;
}

/** A prompt that is being read, into the slot of the first of its answers. */
interface Reading {
  prompt: readonly number[];
  /** Position of the token fed next. */
  position: number;
  answers: Answer[];
}

/** Prompts that are the same, by their places among all. */
interface Group {
  prompt: readonly number[];
  places: number[];
}

/** A prompt with many answers waits until this share of the slots is free, so that it need not be read again for a few of them. */
const FREE_SHARE = 1 / 4;

/** A beginning that is shorter is read with each prompt: to copy it would save too little. */
const LEAST_SHARED = 4;

/** How many tokens all prompts begin with alike, if that is worth reading by itself; never the last of a prompt, whose logits are wanted. */
export function sharedLength(prompts: readonly (readonly number[])[]): number {
  const [first = []] = prompts;
  const isRepeated = prompts.every((prompt) => prompt.join() === first.join());
  if (isRepeated) return 0;
  const most = prompts.reduce((least, { length }) => Math.min(least, length - 1), first.length);
  let length = 0;
  while (length < most && prompts.every((prompt) => prompt[length] === first[length])) length++;
  return length < LEAST_SHARED ? 0 : length;
}

/** Slots for so many prompts: one for each, as far as there may be, and one that keeps the past of what they share. */
export function slotsFor(prompts: readonly (readonly number[])[], most: number): number {
  return Math.min(most, prompts.length) + (sharedLength(prompts) > 0 ? 1 : 0);
}

/** Reads what all prompts begin with into the last slot. */
function readShared(decoder: Decoder, beginning: readonly number[]): number {
  const slot = decoder.buffers.slots - 1;
  beginning.forEach((token, position) =>
    decodePosition(decoder, [{ token, position, slot }], { logitRows: 0 }),
  );
  return slot;
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
  const results: number[][] = prompts.map(() => []);
  if (sampling.maxTokens === 0) return results;
  const { slots } = decoder.buffers;
  const { contextLength } = decoder.config;
  const waiting = groupsOf(prompts).reverse();
  const shared = sharedLength(prompts);
  const freeSlots = Array.from({ length: shared > 0 ? slots - 1 : slots }, (_, slot) => slot).reverse();
  const keeper = shared > 0 ? readShared(decoder, (prompts[0] ?? []).slice(0, shared)) : 0;
  let reading: Reading[] = [];
  let writing: Answer[] = [];

  /** Begins to read for so many of the answers as there is room for. */
  const admit = ({ prompt, places }: Group): void => {
    const now = places.slice(0, freeSlots.length);
    if (now.length < places.length) waiting.push({ prompt, places: places.slice(now.length) });
    const answers = now.map((place) => ({
      slot: freeSlots.pop() as number,
      prompt,
      tokens: results[place],
      random: createRandom(hashSeed(sampling.seed, `prompt ${place}`)),
      seen: new Set(sampling.repetitionPenalty === 1 ? [] : prompt),
    }));
    if (shared > 0) copyPast(decoder, keeper, answers[0].slot, shared);
    reading.push({ prompt, position: shared, answers });
  };

  while (waiting.length > 0 || reading.length > 0 || writing.length > 0) {
    for (let next = waiting.at(-1); next && freeSlots.length > 0; next = waiting.at(-1)) {
      const isRoom = freeSlots.length >= Math.min(next.places.length, FREE_SHARE * slots);
      if (!isRoom && reading.length + writing.length > 0) break;
      waiting.pop();
      admit(next);
    }
    const ending = reading.filter(({ prompt, position }) => position === prompt.length - 1);
    const others = reading.filter(({ prompt, position }) => position < prompt.length - 1);
    const feeds = [...writing.map(lastWritten), ...ending.map(nextRead), ...others.map(nextRead)];
    decodePosition(decoder, feeds, { logitRows: writing.length + ending.length });
    const speaking = [...writing, ...ending.map(({ answers }) => answers[0])];
    adjustLogits(decoder, speaking, sampling);
    const goOn = (answer: Answer, row: number): boolean => {
      const goesOn = write(answer, logitsOf(decoder, row), sampling, contextLength);
      if (!goesOn) freeSlots.push(answer.slot);
      return goesOn;
    };
    const written = writing.filter(goOn);
    const begun = ending.flatMap(({ answers, prompt }, index) =>
      answers.filter((answer) => {
        copyPast(decoder, answers[0].slot, answer.slot, prompt.length);
        return goOn(answer, writing.length + index);
      }),
    );
    writing = [...written, ...begun];
    reading = others.map((one) => ({ ...one, position: one.position + 1 }));
  }
  return results;
}

/** The prompts without repeats, in the order of their first places. */
function groupsOf(prompts: readonly (readonly number[])[]): Group[] {
  const groups = new Map<string, Group>();
  prompts.forEach((prompt, place) => {
    const key = prompt.join();
    const group = groups.get(key);
    if (group) group.places.push(place);
    else groups.set(key, { prompt, places: [place] });
  });
  return [...groups.values()];
}

function nextRead({ prompt, position, answers }: Reading): Feed {
  return { token: prompt[position], position, slot: answers[0].slot };
}

function lastWritten({ prompt, tokens, slot }: Answer): Feed {
  return { token: tokens[tokens.length - 1], position: prompt.length + tokens.length - 1, slot };
}

/** What the next token comes after. */
function lastOf(prompt: readonly number[], tokens: readonly number[]): number {
  return tokens.at(-1) ?? prompt[prompt.length - 1];
}

/** Applies what changes the logits of all rows; above temperature 0 they become chances. */
function adjustLogits(decoder: Decoder, speaking: readonly Answer[], sampling: Sampling): void {
  const { temperature, repetitionPenalty, isAllowed, watermark } = sampling;
  speaking.forEach(({ prompt, tokens, seen }, row) => {
    if (repetitionPenalty !== 1) penalize(logitsOf(decoder, row), seen, repetitionPenalty);
    if (isAllowed) forbid(logitsOf(decoder, row), isAllowed);
    if (watermark) favourGreen(logitsOf(decoder, row), lastOf(prompt, tokens), watermark);
  });
  if (temperature === 0 || speaking.length === 0) return;
  const { host, config, buffers } = decoder;
  host.kernels.softmaxRows(buffers.logits, speaking.length, config.vocabSize, 1 / temperature);
}

/** Takes the answer's next token; false when it is done. */
function write(answer: Answer, values: Float32Array, sampling: Sampling, contextLength: number): boolean {
  const { prompt, tokens, random, seen } = answer;
  if (prompt.length + tokens.length >= contextLength) return false;
  const token = sampling.temperature === 0 ? argmax(values) : drawToken(values, sampling, random);
  if (sampling.stopTokens.has(token)) return false;
  tokens.push(token);
  if (sampling.repetitionPenalty !== 1) seen.add(token);
  return tokens.length < sampling.maxTokens;
}
