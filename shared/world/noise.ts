/** Small damage to text: typos and the tiny changes that make a near duplicate. */

import type { Random } from '../random.ts';

/** Damages each word with the given probability: two letters swapped, one dropped or one doubled. */
export function scramble(text: string, rate: number, random: Random): string {
  if (rate <= 0) return text;
  return text.replace(/[A-Za-z]{3,}/g, (word) => (random.chance(rate) ? mistype(word, random) : word));
}

function mistype(word: string, random: Random): string {
  const at = 1 + random.int(word.length - 2);
  const kind = random.int(3);
  if (kind === 0) return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  if (kind === 1) return word.slice(0, at) + word.slice(at + 1);
  return word.slice(0, at) + word[at] + word.slice(at);
}

/** The same text as another site would copy it: a word changed, the end cut, or something put in front. */
export function nearCopy(text: string, random: Random): string {
  const words = text.split(' ');
  const change = random.int(4);
  if (change === 0 && words.length > 8) return words.slice(0, -1 - random.int(3)).join(' ');
  if (change === 1) return `${random.pick(['REPOST:', 'copied from a friend:', '>>', 'page 2 |'])} ${text}`;
  if (change === 2)
    return `${text} ${random.pick(['(seen at the market)', '| share this', '<br>', 'read more ...'])}`;
  return scramble(text, 0.05, random);
}
