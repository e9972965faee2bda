/** How a lab's bet on its big run came out, in words. */

import { guessWords } from '../i18n/guess.ts';
import { t } from '../i18n/t.ts';
import { betMiss } from '../../shared/game/bet.ts';

/** Closer than this share is called spot on: it does not show in the second decimal. */
const SPOT_ON = 0.005;

/** `bet` and `measured` in bits per byte. */
export function betWords(bet: number, measured: number): string {
  const { share } = betMiss(bet, measured);
  const words = { bet: guessWords(bet), measured: guessWords(measured) };
  if (Math.abs(share) < SPOT_ON) return t('bet.exact', words);
  const side = t(share < 0 ? 'bet.better' : 'bet.worse');
  return t('bet.result', { ...words, share: Math.round(100 * Math.abs(share)), side });
}
