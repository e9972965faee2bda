/** Looks up a player-visible sentence in the language in use and fills in its blanks. */

import { catalogue } from './catalogue.ts';
import { en, type TextKey } from './en.ts';
import { formatNumber } from './format.ts';

export type TextParams = Record<string, string | number>;

/**
 * The sentence of a key. `{name}` is replaced by the parameter, a number as the language writes it; `{count|lab|labs}` by the
 * first word where the language takes the singular for that count, else by the second. A blank without a parameter stays as it is,
 * so that a test can see it.
 */
export function t(key: TextKey, params: TextParams = {}): string {
  const { words, locale } = catalogue.value;
  return fill(words[key], params, locale);
}

/** Whether a string is a key of the catalogue, as error codes are when prefixed by `errors.`. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en, key);
}

export function fill(text: string, params: TextParams, locale: string): string {
  return text.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (blank, name: string, one?: string, many?: string) => {
      const value = params[name];
      if (value === undefined) return blank;
      if (one === undefined || many === undefined)
        return typeof value === 'number' ? formatNumber(value) : value;
      return new Intl.PluralRules(locale).select(Number(value)) === 'one' ? one : many;
    },
  );
}
