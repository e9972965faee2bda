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

/** What other sites put before and after a text that they copy. */
const QUOTED = ['REPOST:', 'copied from a friend:', '>>', 'page 2 |', 'somebody wrote:', 're: re:'];
const SHARED = [
  '(seen at the market)',
  '| share this',
  '<br>',
  'read more ...',
  '[1]',
  '-- sent from my boat',
];

/** The same text as another site would have it: cut at the end or at the start, quoted, edited or mistyped. */
export function nearCopy(text: string, random: Random): string {
  const words = text.split(' ');
  const someWords = 1 + random.int(Math.ceil(words.length / 4));
  switch (random.int(6)) {
    case 0:
      if (words.length > 8) return words.slice(0, -someWords).join(' ');
      break;
    case 1:
      if (words.length > 8) return words.slice(someWords).join(' ');
      break;
    case 2:
      return `${random.pick(QUOTED)} ${text}`;
    case 3:
      return `${text} ${random.pick(SHARED)}`;
    case 4: {
      const at = random.int(words.length);
      return words.toSpliced(at, 1, random.pick(words)).join(' ');
    }
  }
  return scramble(text, 0.05, random);
}
