/** How a piece of text is shown so that its spaces can be seen, and a chance so that a small one is no nothing. */

import { formatDecimal } from '../i18n/format.ts';

/** ` mill` as `·mill`; a line end as an arrow. */
export function pieceWords(text: string): string {
  return text.replaceAll(' ', '·').replaceAll('\n', '↵');
}

/** 0.734 is `73\u00a0%`, 0.0042 is `0.4\u00a0%`. */
export function chanceWords(chance: number): string {
  const percent = chance * 100;
  if (percent > 0 && percent < 0.1) return `<${formatDecimal(0.1, 1)}\u00a0%`;
  return `${formatDecimal(percent, percent < 9.95 && percent > 0 ? 1 : 0)}\u00a0%`;
}
