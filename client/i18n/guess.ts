/** Surprise on a plain scale: among how many letters the model as good as picks. */

import { formatDecimal } from './format.ts';
import { t } from './t.ts';

/** The count of equally likely letters whose guessing costs as much surprise: 2 to the power of bits per byte. */
export function guessesAmong(bitsPerByte: number): number {
  return 2 ** bitsPerByte;
}

/** A count as a person reads it: finer where models come close to each other. */
function formatGuess(count: number): string {
  return formatDecimal(count, count < 3 ? 2 : count < 10 ? 1 : 0);
}

/** "1 in 2.6" */
export function guessWords(bitsPerByte: number): string {
  return t('surprise.guess', { count: formatGuess(guessesAmong(bitsPerByte)) });
}
