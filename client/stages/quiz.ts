/** The guessing game: the true next word of a real text among four, which is all a language model ever does. */

import type { Random } from '../../shared/random.ts';

export interface Quiz {
  /** The text up to the gap. */
  before: string;
  /** Four different words, one of them true. */
  choices: string[];
  answer: string;
}

/** Words that are offered. */
export const CHOICES = 4;
/** Words of context that are shown at least and at most. */
const LEAST_BEFORE = 4;
const MOST_BEFORE = 22;

const isWord = (piece: string): boolean => /^[a-z]{2,}$/i.test(piece);

/** Words that follow this one somewhere in the texts: what could as well have come next. */
function followersOf(word: string, texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const pieces = text.toLowerCase().split(/\s+/);
    return pieces.filter((piece, at) => pieces[at - 1] === word && isWord(piece));
  });
}

/**
 * Makes a question from some documents. The wrong words come from the same texts, so that they belong to this world: first such as
 * follow the last word elsewhere, then any. Null where the texts are too short or hold too few different words.
 */
export function makeQuiz(texts: readonly string[], random: Random): Quiz | null {
  const pool = [
    ...new Set(
      texts
        .flatMap((text) => text.split(/\s+/))
        .filter(isWord)
        .map((word) => word.toLowerCase()),
    ),
  ];
  const long = texts.filter((text) => text.split(/\s+/).length > LEAST_BEFORE + 1);
  if (long.length === 0) return null;
  const pieces = random.pick(long).trim().split(/\s+/);
  const gaps = pieces.map((_, at) => at).filter((at) => at >= LEAST_BEFORE && isWord(pieces[at]));
  if (gaps.length === 0) return null;
  const gap = random.pick(gaps);
  const answer = pieces[gap].toLowerCase();
  const likely = random.shuffle([...new Set(followersOf(pieces[gap - 1].toLowerCase(), texts))]);
  const others = random.shuffle(pool.filter((word) => !likely.includes(word)));
  const wrong = [...likely, ...others].filter((word) => word !== answer).slice(0, CHOICES - 1);
  if (wrong.length < CHOICES - 1) return null;
  const before = pieces.slice(Math.max(0, gap - MOST_BEFORE), gap).join(' ');
  return { before, choices: random.shuffle([answer, ...wrong]), answer };
}
