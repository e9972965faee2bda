/** Training rows: made from documents, cut, joined and shuffled, and their binary form for the way to a worker. */

import { PADDING, type Rows } from '../lm/rows.ts';
import { littleEndianBytes } from '../nn/formats/little-endian.ts';
import type { Random } from '../random.ts';
import type { Tokenizer } from '../tokenizer/bpe.ts';
import { ANSWER, ASK, END } from '../tokenizer/special.ts';
import { MAX_VOCAB_SIZE } from '../tokenizer/vocabulary.ts';
import type { TextDocument } from '../world/document.ts';
import type { Demonstration } from '../world/packs.ts';

/** Rows that are all padding, with every real token a target. */
function blankRows(count: number, contextLength: number): Rows {
  return {
    contextLength,
    count,
    tokens: new Uint16Array(count * (contextLength + 1)).fill(PADDING),
    lossFrom: new Uint16Array(count).fill(1),
  };
}

/** Each list of tokens on a row of its own; what is too long is cut. */
function ownRows(lists: readonly (readonly number[])[], contextLength: number): Rows {
  const rows = blankRows(lists.length, contextLength);
  lists.forEach((list, row) => rows.tokens.set(list.slice(0, contextLength + 1), row * (contextLength + 1)));
  return rows;
}

/** A document in a tokenizer's pieces. */
export interface EncodedDocument {
  tokens: readonly number[];
  ownRow: boolean;
}

export function encodeDocuments(
  documents: readonly Pick<TextDocument, 'text' | 'ownRow'>[],
  tokenizer: Tokenizer,
): EncodedDocument[] {
  return documents.map(({ text, ownRow }) => ({ tokens: tokenizer.encode(text), ownRow }));
}

/**
 * Training rows of documents. Prose is joined by END into one stream that begins and ends with END; window k holds its
 * tokens [k * T, k * T + T], so that neighbours share a token and every token but the first is a target once. Documents
 * with `ownRow` become [END, ...tokens, END] each and come after the windows, in order; too long ones are cut.
 */
export function packEncoded(documents: readonly EncodedDocument[], contextLength: number): Rows {
  const stream: number[] = [END];
  const alone: number[][] = [];
  for (const { tokens, ownRow } of documents) {
    if (ownRow) {
      alone.push([END, ...tokens, END]);
      continue;
    }
    for (const token of tokens) stream.push(token);
    stream.push(END);
  }
  const packed = blankRows(Math.ceil((stream.length - 1) / contextLength), contextLength);
  for (let row = 0; row < packed.count; row++) {
    const window = stream.slice(row * contextLength, row * contextLength + contextLength + 1);
    packed.tokens.set(window, row * (contextLength + 1));
  }
  return alone.length === 0 ? packed : concatRows([packed, ownRows(alone, contextLength)]);
}

/** The same of documents that are still text. */
export function packRows(
  documents: readonly Pick<TextDocument, 'text' | 'ownRow'>[],
  tokenizer: Tokenizer,
  contextLength: number,
): Rows {
  return packEncoded(encodeDocuments(documents, tokenizer), contextLength);
}

/** Tokens of the chat template around a question: END, ASK, ANSWER. */
const TEMPLATE_TOKENS = 3;

/**
 * A question in the chat template. Where it is longer than `most` tokens in all, its beginning goes: without the mark of the answer
 * at its end a tuned model would go on asking.
 */
export function promptTokens(question: string, tokenizer: Tokenizer, most = Infinity): number[] {
  const tokens = tokenizer.encode(question);
  const room = Math.max(0, most - TEMPLATE_TOKENS);
  return [END, ASK, ...tokens.slice(Math.max(0, tokens.length - room)), ANSWER];
}

/** Whether a card fits whole, with the END of its answer: without that it would teach never to end. */
export function fitsWhole(
  { question, answer }: Pick<Demonstration, 'question' | 'answer'>,
  tokenizer: Tokenizer,
  contextLength: number,
): boolean {
  /* Targets are one further on than inputs, so the END itself needs no place among them. */
  return promptTokens(question, tokenizer).length + tokenizer.encode(answer).length <= contextLength;
}

/**
 * Fine-tuning rows [END, ASK, ...question, ANSWER, ...answer, END] with loss on the answer and its END only. Too long
 * answers are cut; a question that leaves no room for any answer is left out.
 */
export function demonstrationRows(
  demonstrations: readonly Pick<Demonstration, 'question' | 'answer'>[],
  tokenizer: Tokenizer,
  contextLength: number,
): Rows {
  const lists: number[][] = [];
  const lossFrom: number[] = [];
  for (const { question, answer } of demonstrations) {
    const prompt = promptTokens(question, tokenizer);
    if (prompt.length > contextLength) continue;
    lists.push([...prompt, ...tokenizer.encode(answer), END]);
    lossFrom.push(prompt.length);
  }
  const rows = ownRows(lists, contextLength);
  rows.lossFrom.set(lossFrom);
  return rows;
}

/** Copies of the rows at these places, in this order; a place may come more than once. */
export function pickRows(rows: Rows, places: ArrayLike<number>): Rows {
  const stride = rows.contextLength + 1;
  const picked = blankRows(places.length, rows.contextLength);
  for (let row = 0; row < places.length; row++) {
    const from = places[row];
    picked.tokens.set(rows.tokens.subarray(from * stride, (from + 1) * stride), row * stride);
    picked.lossFrom[row] = rows.lossFrom[from];
  }
  return picked;
}

/** The rows in random order. */
export function shuffleRows(rows: Rows, random: Random): Rows {
  return pickRows(rows, random.shuffle(Array.from({ length: rows.count }, (_, row) => row)));
}

/** All rows after each other; all must have the same context length, which is the caller's care. */
export function concatRows(parts: readonly Rows[]): Rows {
  const contextLength = parts[0]?.contextLength ?? 0;
  if (parts.some((part) => part.contextLength !== contextLength))
    throw new Error('concatRows: lengths differ');
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const all = blankRows(count, contextLength);
  let row = 0;
  for (const part of parts) {
    all.tokens.set(part.tokens, row * (contextLength + 1));
    all.lossFrom.set(part.lossFrom, row);
    row += part.count;
  }
  return all;
}

/** A copy of the rows [start, start + count); fewer where they end before that. */
export function sliceRows(rows: Rows, start: number, count: number): Rows {
  const end = Math.min(rows.count, start + count);
  const stride = rows.contextLength + 1;
  return {
    contextLength: rows.contextLength,
    count: Math.max(0, end - start),
    tokens: rows.tokens.slice(start * stride, end * stride),
    lossFrom: rows.lossFrom.slice(start, end),
  };
}

/** [count]: how many targets each row trains on. */
export function targetCounts(rows: Rows): Uint16Array {
  const counts = new Uint16Array(rows.count);
  const stride = rows.contextLength + 1;
  for (let row = 0; row < rows.count; row++) {
    for (let column = Math.max(1, rows.lossFrom[row]); column < stride; column++) {
      if (rows.tokens[row * stride + column] !== PADDING) counts[row]++;
    }
  }
  return counts;
}

/** How many targets all rows together train on: the tokens that a budget pays for. */
export function countTargets(rows: Rows): number {
  return targetCounts(rows).reduce((sum, count) => sum + count, 0);
}

/** "LLRW" read as a little-endian number. */
const MAGIC = 0x57524c4c;
const VERSION = 1;
const HEADER_BYTES = 16;
const MAX_CONTEXT_LENGTH = 4096;

/**
 * Little-endian: magic, version, contextLength, count (uint32 each); then tokens [count, contextLength + 1] and
 * lossFrom [count] as uint16.
 */
export function encodeRows(rows: Rows): Uint8Array {
  const values = rows.tokens.length + rows.lossFrom.length;
  const bytes = new Uint8Array(HEADER_BYTES + 2 * values);
  const view = new DataView(bytes.buffer);
  [MAGIC, VERSION, rows.contextLength, rows.count].forEach((word, i) => view.setUint32(4 * i, word, true));
  bytes.set(littleEndianBytes(rows.tokens), HEADER_BYTES);
  bytes.set(littleEndianBytes(rows.lossFrom), HEADER_BYTES + 2 * rows.tokens.length);
  return bytes;
}

function refuse(reason: string): never {
  throw new Error(`rows: ${reason}`);
}

/** Padding may stand at the end of a row only, tokens are ids, and the loss starts after the first token. */
function checkRows(rows: Rows): Rows {
  const stride = rows.contextLength + 1;
  for (let row = 0; row < rows.count; row++) {
    let padded = false;
    for (let at = row * stride; at < (row + 1) * stride; at++) {
      const token = rows.tokens[at];
      if (token === PADDING) padded = true;
      else if (padded) refuse(`row ${row} has a token after its padding`);
      else if (token >= MAX_VOCAB_SIZE) refuse(`row ${row} holds ${token}, which is no token`);
    }
    const from = rows.lossFrom[row];
    if (from < 1 || from > rows.contextLength) refuse(`row ${row} has its loss from column ${from}`);
  }
  return rows;
}

/** Rows of their binary form; throws an Error that says what is wrong with the bytes. */
export function decodeRows(bytes: Uint8Array): Rows {
  if (bytes.byteLength < HEADER_BYTES) refuse('too short for a header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [magic, version, contextLength, count] = [0, 1, 2, 3].map((i) => view.getUint32(4 * i, true));
  if (magic !== MAGIC) refuse('not a rows file');
  if (version !== VERSION) refuse(`unknown version ${version}`);
  if (contextLength < 1 || contextLength > MAX_CONTEXT_LENGTH) refuse(`context length ${contextLength}`);
  const wanted = HEADER_BYTES + 2 * count * (contextLength + 2);
  if (bytes.byteLength !== wanted) refuse(`${bytes.byteLength} bytes where ${wanted} were announced`);
  /* A loop: `from` with a function takes ten times as long, seconds for the rows of fifty matches. */
  const read = (first: number, length: number): Uint16Array => {
    const numbers = new Uint16Array(length);
    for (let i = 0; i < length; i++) numbers[i] = view.getUint16(HEADER_BYTES + 2 * (first + i), true);
    return numbers;
  };
  const tokenCount = count * (contextLength + 1);
  return checkRows({ contextLength, count, tokens: read(0, tokenCount), lossFrom: read(tokenCount, count) });
}
