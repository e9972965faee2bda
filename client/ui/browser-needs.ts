/** What a page needs of its browser, and the sentence for one that is too old. */

import type { Language } from '../i18n/catalogue.ts';
import { fill, t } from '../i18n/t.ts';

/** The oldest versions that have all of it; WebAssembly's SIMD decides for Safari, sorted copies for the others. */
const OLDEST = { safari: '16.4', chrome: '110', firefox: '115' } as const;

/** Whether this browser lacks something that every page calls. What it cannot even read never gets here: `openingText` stays. */
export function isTooOld(): boolean {
  return !('timeout' in AbortSignal && 'toSorted' in Array.prototype && 'structuredClone' in globalThis);
}

export function tooOldText(): string {
  return t('app.tooOld', OLDEST);
}

/** What stands on a page until its script runs, which in a browser that cannot read it is for ever; `text` is in that language. */
export function openingText(text: string, language: Language): string {
  return fill(text, OLDEST, language);
}
