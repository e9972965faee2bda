/** What a byte-pair vocabulary is: which id stands for which bytes, and which stored ones are sound. */

import { SPECIAL_COUNT } from './special.ts';

const MIN_VOCAB_SIZE = 128;
export const MAX_VOCAB_SIZE = 2048;
/** The 16 half-bytes that spell, in pairs, every byte without a token of its own; they follow the special tokens. */
export const FIRST_NIBBLE = SPECIAL_COUNT;
/** The ids from here on were chosen from the training text: single bytes, then merges. */
export const FIRST_BYTE = FIRST_NIBBLE + 16;

/** Ids follow from the order: special tokens, nibbles, `bytes`, `merges`; ids beyond the last merge are unused. */
export interface Vocabulary {
  vocabSize: number;
  /** Byte values that are tokens by themselves. */
  bytes: number[];
  /** Pairs of earlier ids, in the order in which they were learned. */
  merges: [number, number][];
}

/** Whether a number can be the size of a vocabulary (a multiple of 4, as the engine wants). */
export function isVocabSize(vocabSize: number): boolean {
  const inRange = vocabSize >= MIN_VOCAB_SIZE && vocabSize <= MAX_VOCAB_SIZE;
  return Number.isInteger(vocabSize) && inRange && vocabSize % 4 === 0;
}

/** One number for a pair of ids. */
export function pairKey(left: number, right: number): number {
  return left * MAX_VOCAB_SIZE + right;
}

/** Ids of a word before any merge: one id for a byte in the alphabet, two nibbles for any other. */
export function spellWord(bytes: Uint8Array, idOfByte: Int16Array): number[] {
  const ids: number[] = [];
  for (const byte of bytes) {
    if (idOfByte[byte] >= 0) ids.push(idOfByte[byte]);
    else ids.push(FIRST_NIBBLE + (byte >> 4), FIRST_NIBBLE + (byte & 15));
  }
  return ids;
}

/** [256] from byte to id, -1 where the byte has to be spelled in nibbles. */
export function byteIds(bytes: readonly number[]): Int16Array {
  const idOfByte = new Int16Array(256).fill(-1);
  bytes.forEach((byte, index) => (idOfByte[byte] = FIRST_BYTE + index));
  return idOfByte;
}

function refuse(reason: string): never {
  throw new Error(`tokenizer file: ${reason}`);
}

const isIdBelow = (value: unknown, end: number, start = 0): value is number =>
  Number.isInteger(value) && (value as number) >= start && (value as number) < end;

function checkBytes(value: unknown): number[] {
  if (!Array.isArray(value)) refuse('bytes is no list');
  if (!value.every((byte): byte is number => isIdBelow(byte, 256))) refuse('bytes holds what is no byte');
  if (new Set(value).size !== value.length) refuse('bytes holds a byte twice');
  return [...value];
}

function checkMerges(value: unknown, firstMerge: number): [number, number][] {
  if (!Array.isArray(value)) refuse('merges is no list');
  const seen = new Set<number>();
  return value.map((pair: unknown, index): [number, number] => {
    if (!Array.isArray(pair) || pair.length !== 2) refuse(`merge ${index} is no pair`);
    const [left, right]: unknown[] = pair;
    const end = firstMerge + index;
    if (!isIdBelow(left, end, FIRST_BYTE) || !isIdBelow(right, end, FIRST_BYTE)) {
      refuse(`merge ${index} joins ids that do not exist before it`);
    }
    if (seen.has(pairKey(left, right))) refuse(`merge ${index} repeats an earlier one`);
    seen.add(pairKey(left, right));
    return [left, right];
  });
}

/** A copy of an untrusted vocabulary; throws an Error that says what is wrong with it. */
export function checkVocabulary(value: Record<string, unknown>): Vocabulary {
  const { vocabSize } = value;
  if (typeof vocabSize !== 'number' || !isVocabSize(vocabSize)) refuse('bad vocabSize');
  const bytes = checkBytes(value.bytes);
  const merges = checkMerges(value.merges, FIRST_BYTE + bytes.length);
  if (FIRST_BYTE + bytes.length + merges.length > vocabSize) refuse('more tokens than vocabSize');
  return { vocabSize, bytes, merges };
}
