/** A player's own text: checked and cleaned on the device, cut into rows there, and mixed into the rows of a round. */

import { PADDING, type Rows } from '../lm/rows.ts';
import type { Tokenizer } from '../tokenizer/bpe.ts';
import { packRows, targetCounts } from './rows.ts';

/** Longest text in bytes of UTF-8: a novel for young readers. */
export const MAX_OWN_BYTES = 500_000;
/** Shorter text would be a handful of rows, learned by heart at once. */
export const LEAST_LETTERS = 200;
/** Below this many different characters it is no language. */
const LEAST_DISTINCT = 8;
/** No character but white space makes up more of a text in any language. */
const MAX_SHARE_OF_ONE = 0.4;
/** More control and replacement characters than this are a file of another kind, pasted. */
const MAX_BROKEN_SHARE = 0.01;
/** Share of the rows of a round that own text may take: it flavours the model, the team's plan still makes it. */
export const OWN_SHARE = 0.25;
/** Share of a text that is not learned where something is measured on it. */
const HELD_SHARE = 0.1;

const OWN_TEXT_PROBLEMS = ['empty', 'too_big', 'binary', 'too_short', 'monotone', 'rude'] as const;
export type OwnTextProblem = (typeof OWN_TEXT_PROBLEMS)[number];

export type OwnTextCheck =
  | {
      ok: true;
      /** What training reads: paragraphs apart by an empty line. */
      text: string;
      /** UTF-8 bytes of it. */
      bytes: number;
      /** Sentences with rude words, which are left out of it. */
      leftOut: number;
    }
  | { ok: false; problem: OwnTextProblem };

// oxlint-disable-next-line no-control-regex
const BROKEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/gu;
/** A sentence with the marks and the white space after it, or the rest of a line; a stretch where there are no marks. */
const SENTENCE = /[^\n.!?…。！？]{0,300}[.!?…。！？]*[^\S\n]*\n?/gu;

function no(problem: OwnTextProblem): OwnTextCheck {
  return { ok: false, problem };
}

/** Whether it is text at all, and not a file of another kind. */
export function hasText(raw: string): boolean {
  const broken = raw.match(BROKEN)?.length ?? 0;
  return !raw.includes('\u0000') && broken <= MAX_BROKEN_SHARE * raw.length;
}

/** All of a text in pieces, each of which ends with its sentence or its line. */
export function sentencesIn(text: string): string[] {
  return text.match(SENTENCE)?.filter((sentence) => sentence !== '') ?? [];
}

/** One form for what looks the same (NFC), one kind of line end, no stray control characters, no rows of blanks. */
export function normalize(pasted: string): string {
  return pasted
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replace(BROKEN, '')
    .replace(/[\ufeff\u200b]/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** Whether the characters are spread as in a language: several of them, and none everywhere. */
export function isMonotone(text: string): boolean {
  const counts = new Map<string, number>();
  let total = 0;
  for (const character of text) {
    if (/\s/u.test(character)) continue;
    counts.set(character, (counts.get(character) ?? 0) + 1);
    total += 1;
  }
  return counts.size < LEAST_DISTINCT || Math.max(...counts.values()) > MAX_SHARE_OF_ONE * total;
}

/**
 * Checks what a player pasted and cleans it; `isRude` says whether a sentence stays out. Any language and any sign of
 * Unicode will do, since the tokenizer reads bytes.
 */
export function checkOwnText(pasted: string, isRude: (sentence: string) => boolean): OwnTextCheck {
  if (pasted.trim() === '') return no('empty');
  if (new TextEncoder().encode(pasted).length > MAX_OWN_BYTES) return no('too_big');
  if (!hasText(pasted)) return no('binary');
  const clean = normalize(pasted);
  if (clean.length < LEAST_LETTERS) return no('too_short');
  if (isMonotone(clean)) return no('monotone');
  const sentences = sentencesIn(clean);
  const kept = sentences.filter((sentence) => !isRude(sentence));
  const text = normalize(kept.join(''));
  if (text.length < LEAST_LETTERS) return no('rude');
  const bytes = new TextEncoder().encode(text).length;
  return { ok: true, text, bytes, leftOut: sentences.length - kept.length };
}

/** What is learned of a text, and its end, about a tenth, that is kept to measure by: whole sentences. */
export function holdBack(text: string): { read: string; held: string } {
  const sentences = sentencesIn(text);
  let length = 0;
  const first = sentences.findIndex((sentence) => {
    length += sentence.length;
    return length > (1 - HELD_SHARE) * text.length;
  });
  const from = Math.min(Math.max(1, first), sentences.length - 1);
  return {
    read: normalize(sentences.slice(0, from).join('')),
    held: normalize(sentences.slice(from).join('')),
  };
}

/** Rows of an own text, paragraph by paragraph joined into one stream. */
export function ownRows(text: string, tokenizer: Tokenizer, contextLength: number): Rows {
  const paragraphs = text.split('\n\n').map((paragraph) => ({ text: paragraph, ownRow: false }));
  return packRows(paragraphs, tokenizer, contextLength);
}

/**
 * A round's rows in which own ones stand at even distances in the place of others: at most `OWN_SHARE` of them, and each
 * own row at most once. `from` is the own row to begin with, so that rounds go through the text in turn. An own row is
 * cut where it has more targets than the one that it replaces, so the round stays within its allotment of tokens.
 */
export function blendRows(
  shard: Rows,
  own: Rows,
  from: number,
): { rows: Rows; ownPlaces: number[]; next: number } {
  const wanted = Math.min(Math.floor(shard.count * OWN_SHARE), own.count);
  const rows = { ...shard, tokens: shard.tokens.slice(), lossFrom: shard.lossFrom.slice() };
  const stride = shard.contextLength + 1;
  const allotted = targetCounts(shard);
  /* The middle of each stretch, so that a round never opens with an own row. */
  const ownPlaces = Array.from({ length: wanted }, (_, i) => Math.floor(((i + 0.5) * shard.count) / wanted));
  ownPlaces.forEach((place, i) => {
    const source = ((from + i) % own.count) * stride;
    const line = own.tokens.slice(source, source + stride);
    line.fill(PADDING, Math.min(stride, allotted[place] + 1));
    rows.tokens.set(line, place * stride);
    rows.lossFrom[place] = 1;
  });
  return { rows, ownPlaces, next: own.count > 0 ? (from + wanted) % own.count : 0 };
}
