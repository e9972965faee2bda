/** What a language is called in the language in use. */

import { catalogue } from './catalogue.ts';

/** By its code of ISO 639; the code itself where nobody here knows its name. */
export function languageName(code: string): string {
  return new Intl.DisplayNames([catalogue.value.locale], { type: 'language' }).of(code) ?? code;
}
