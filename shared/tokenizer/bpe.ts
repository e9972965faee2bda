/** Byte-level byte-pair encoding: turns any string into token ids and back without loss, at any vocabulary size. */

import { hashSeed } from '../random.ts';
import { learnVocabulary, type LearnOptions } from './bpe-train.ts';
import { pretokenize } from './pretokenize.ts';
import { SPECIAL_COUNT } from './special.ts';
import {
  byteIds,
  checkVocabulary,
  FIRST_BYTE,
  FIRST_NIBBLE,
  pairKey,
  spellWord,
  type Vocabulary,
} from './vocabulary.ts';

/** How a tokenizer is stored. */
export interface TokenizerFile extends Vocabulary {
  format: 'loss-leaders-bpe';
  version: 1;
}

export interface Tokenizer {
  readonly vocabSize: number;
  /** 16 hex digits that name this vocabulary; checkpoints carry them. */
  readonly hash: string;
  /** Ids of a text; lone surrogates count as U+FFFD, as UTF-8 demands. Never yields a special token. */
  encode(text: string): number[];
  /** Text of ids; special and unused ids give '', bytes that are no UTF-8 (a model may sample them) give U+FFFD. */
  decode(tokens: ArrayLike<number>): string;
  /** A readable piece for views: text, or a name in angle brackets where an id has no text of its own. */
  tokenText(id: number): string;
  toJSON(): TokenizerFile;
}

const MAX_CACHED_WORDS = 50_000;
const SPECIAL_NAMES = ['<end>', '<ask>', '<answer>'];

/** Merges the pair learned earliest until none is left (Sennrich et al., 2016). */
function mergeWord(ids: number[], mergedId: ReadonlyMap<number, number>): number[] {
  for (;;) {
    let best = Infinity;
    for (let i = 0; i + 1 < ids.length; i++) {
      const id = mergedId.get(pairKey(ids[i], ids[i + 1]));
      if (id !== undefined && id < best) best = id;
    }
    if (best === Infinity) return ids;
    let length = 0;
    for (let i = 0; i < ids.length; i++) {
      if (i + 1 < ids.length && mergedId.get(pairKey(ids[i], ids[i + 1])) === best) {
        ids[length++] = best;
        i++;
      } else ids[length++] = ids[i];
    }
    ids.length = length;
  }
}

function bytesOfToken(bytes: readonly number[], merges: readonly (readonly [number, number])[]): number[][] {
  const spelled: number[][] = Array.from({ length: FIRST_BYTE }, () => []);
  for (const byte of bytes) spelled.push([byte]);
  for (const [left, right] of merges) spelled.push([...spelled[left], ...spelled[right]]);
  return spelled;
}

/** A tokenizer of a sound vocabulary. */
function createTokenizer(vocabulary: Vocabulary): Tokenizer {
  const { vocabSize, bytes, merges } = vocabulary;
  const idOfByte = byteIds(bytes);
  const mergedId = new Map<number, number>();
  const firstMerge = FIRST_BYTE + bytes.length;
  merges.forEach(([left, right], index) => mergedId.set(pairKey(left, right), firstMerge + index));
  const spelled = bytesOfToken(bytes, merges);
  const cache = new Map<string, number[]>();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  const encodeWord = (word: string): number[] => {
    const known = cache.get(word);
    if (known) return known;
    const ids = mergeWord(spellWord(encoder.encode(word), idOfByte), mergedId);
    if (cache.size >= MAX_CACHED_WORDS) cache.clear();
    cache.set(word, ids);
    return ids;
  };

  const encode = (text: string): number[] => {
    const tokens: number[] = [];
    for (const word of pretokenize(text)) for (const id of encodeWord(word)) tokens.push(id);
    return tokens;
  };

  const isNibble = (id: number): boolean => id >= FIRST_NIBBLE && id < FIRST_BYTE;

  const decode = (tokens: ArrayLike<number>): string => {
    const out: number[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const id = tokens[i];
      if (!isNibble(id)) out.push(...(spelled[id] ?? []));
      else if (i + 1 < tokens.length && isNibble(tokens[i + 1])) {
        out.push(((id - FIRST_NIBBLE) << 4) | (tokens[i + 1] - FIRST_NIBBLE));
        i++;
      } else out.push(0xff);
    }
    return decoder.decode(Uint8Array.from(out));
  };

  const tokenText = (id: number): string => {
    if (id >= 0 && id < SPECIAL_COUNT) return SPECIAL_NAMES[id];
    if (isNibble(id)) return `<${(id - FIRST_NIBBLE).toString(16)}>`;
    const piece = spelled[id];
    if (!piece) return '<unused>';
    const text = decoder.decode(Uint8Array.from(piece));
    return text.includes('\ufffd')
      ? `<${piece.map((byte) => byte.toString(16).padStart(2, '0')).join('')}>`
      : text;
  };

  const content = JSON.stringify([vocabSize, bytes, merges]);
  const hash = [0, 1].map((seed) => hashSeed(seed, content).toString(16).padStart(8, '0')).join('');
  return {
    vocabSize,
    hash,
    encode,
    decode,
    tokenText,
    toJSON: () => ({
      format: 'loss-leaders-bpe',
      version: 1,
      vocabSize,
      bytes: [...bytes],
      merges: merges.map(([left, right]) => [left, right]),
    }),
  };
}

/**
 * Trains byte-level BPE on texts. Throws on a vocabulary size for which `isVocabSize` is false: check a player's
 * wish first. The result depends only on how often each word occurs.
 */
export function trainBpe(texts: Iterable<string>, vocabSize: number, options: LearnOptions = {}): Tokenizer {
  return createTokenizer(learnVocabulary(texts, vocabSize, options));
}

/** The tokenizer of parsed JSON; throws an Error that says what is wrong with it. */
export function tokenizerFromJSON(file: unknown): Tokenizer {
  if (typeof file !== 'object' || file === null) throw new Error('tokenizer file: no object');
  const fields = Object.fromEntries(Object.entries(file));
  if (fields.format !== 'loss-leaders-bpe') throw new Error('tokenizer file: unknown format');
  if (fields.version !== 1) throw new Error(`tokenizer file: unknown version ${String(fields.version)}`);
  return createTokenizer(checkVocabulary(fields));
}
