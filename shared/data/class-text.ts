/** A text that a host brings for the whole class: checked and cut into pages, as the market sells them. */

import { hasText, isMonotone, normalize, sentencesIn } from './own-text.ts';
import { MAX_CLASS_BYTES } from '../world/document.ts';
import { scrubDocuments } from './scrub.ts';

/** Shorter text would be learned by heart at once. */
export const LEAST_CLASS_LETTERS = 1_000;
/** Pages are about as long as those of the world's datasets: short ones are put together, long ones cut between sentences. */
const PAGE_LETTERS = 600;
/** A stretch this long without a space or a sentence's end is no writing: a long address, a picture in letters. */
const UNBROKEN = /[^\s.!?…。！？]{401,}/gu;
/** They are left out, unless there is this much of them. */
const MOST_UNBROKEN_SHARE = 0.1;
/** A sentence with its marks and what is behind them, or a line. */
const SENTENCE = /[^\n.!?…。！？]*(?:[.!?…。！？]+["'”’)\]]*\s*|\n+|$)/gu;
const WORD = /\S+\s*/gu;
/** Fewer letters among its characters are a table of numbers. */
const LEAST_LETTER_SHARE = 0.4;
/** Most letters of a language written otherwise take two bytes or three, which is what a model reads. */
const MOST_LATIN_SHARE = 0.5;

const CLASS_TEXT_PROBLEMS = [
  'empty',
  'binary',
  'no_letters',
  'monotone',
  'endless',
  'too_short',
  'rude',
] as const;
type ClassTextProblem = (typeof CLASS_TEXT_PROBLEMS)[number];

export interface ClassPages {
  ok: true;
  /** Paragraphs of a page stand apart by an empty line. */
  pages: string[];
  /** UTF-8 bytes of all pages. */
  bytes: number;
  /** Sentences with rude words, which are left out. */
  leftOut: number;
  /** Whether there was more than fits. */
  isCut: boolean;
  /** Places that the market's scrubbing tool takes for a secret. */
  secrets: number;
  /** Whether most of its letters are no Latin ones. */
  isOtherScript: boolean;
}

export type ClassTextCheck = ClassPages | { ok: false; problem: ClassTextProblem };

const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Parts of a paragraph of at most a page, cut between sentences, or between words where a sentence is longer. */
function cutParagraph(paragraph: string): string[] {
  if (paragraph.length <= PAGE_LETTERS) return [paragraph];
  const parts = [''];
  for (const sentence of paragraph.match(SENTENCE) ?? [])
    for (const piece of sentence.length > PAGE_LETTERS ? (sentence.match(WORD) ?? []) : [sentence]) {
      const last = parts.length - 1;
      if (parts[last].length + piece.length > PAGE_LETTERS && parts[last] !== '') parts.push(piece);
      else parts[last] += piece;
    }
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** Pages of one document, such as a chapter, a poem or a row of a table. */
function pagesOf(document: string): string[] {
  const pages: string[] = [];
  for (const part of document.split('\n\n').flatMap(cutParagraph)) {
    const last = pages.at(-1);
    if (last !== undefined && last.length + part.length < PAGE_LETTERS)
      pages[pages.length - 1] = `${last}\n\n${part}`;
    else pages.push(part);
  }
  return pages;
}

/** As many pages as fit, with their bytes. */
function fitting(pages: readonly string[]): { pages: string[]; bytes: number } {
  let bytes = 0;
  const kept: string[] = [];
  for (const page of pages) {
    const more = bytesOf(page);
    if (bytes + more > MAX_CLASS_BYTES) break;
    bytes += more;
    kept.push(page);
  }
  return { pages: kept, bytes };
}

/**
 * Checks documents and makes pages of them; `isRude` says which sentences stay out. What has been through it once comes out
 * the same, so that the server asks no page whether it did its work.
 */
export function checkClassText(
  documents: readonly string[],
  isRude: (sentence: string) => boolean,
): ClassTextCheck {
  const no = (problem: ClassTextProblem): ClassTextCheck => ({ ok: false, problem });
  const raw = documents.join('\n\n');
  if (raw.trim() === '') return no('empty');
  if (!hasText(raw)) return no('binary');
  const tidy = documents.map(normalize);
  const all = tidy.join('\n\n');
  const letters = count(all, /\p{L}/gu);
  if (letters < LEAST_LETTER_SHARE * count(all, /\S/gu)) return no('no_letters');
  if (isMonotone(all)) return no('monotone');
  const unbroken = all.match(UNBROKEN)?.join('').length ?? 0;
  if (unbroken > MOST_UNBROKEN_SHARE * all.length) return no('endless');
  if (letters < LEAST_CLASS_LETTERS) return no('too_short');
  let leftOut = 0;
  const decent = tidy.map((document) => {
    const sentences = sentencesIn(document.replace(UNBROKEN, ''));
    const kept = sentences.filter((sentence) => !isRude(sentence));
    leftOut += sentences.length - kept.length;
    return normalize(kept.join(''));
  });
  const cut = decent.flatMap(pagesOf).filter(Boolean);
  const { pages, bytes } = fitting(cut);
  if (count(pages.join(''), /\p{L}/gu) < LEAST_CLASS_LETTERS / 2) return no('rude');
  const secrets = scrubDocuments(pages).reduce((sum, { found }) => sum + found.length, 0);
  const isOtherScript = count(all, /\p{Script=Latin}/gu) < MOST_LATIN_SHARE * letters;
  return { ok: true, pages, bytes, leftOut, isCut: pages.length < cut.length, secrets, isOtherScript };
}
