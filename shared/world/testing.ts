/** Breaks sentences by one word, to test what reads them. */

import type { Random } from '../random.ts';

export const BREAKS = ['swap', 'drop', 'double'] as const;
export type Break = (typeof BREAKS)[number];

/**
 * The sentence with one random word swapped with the next one, left out, or said twice; marks stay with their words. Null
 * for a sentence of one word, and where two equal words are swapped.
 */
export function breakSentence(sentence: string, how: Break, random: Random): string | null {
  const words = sentence.split(' ');
  if (words.length < 2) return null;
  const at = random.int(how === 'swap' ? words.length - 1 : words.length);
  if (how === 'swap') [words[at], words[at + 1]] = [words[at + 1], words[at]];
  else if (how === 'drop') words.splice(at, 1);
  else words.splice(at, 0, words[at]);
  const broken = words.join(' ');
  return broken === sentence ? null : broken;
}
