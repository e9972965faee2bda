/** Looks up a player-visible sentence and fills in its blanks. */

import { en, type TextKey } from './en.ts';

export type TextParams = Record<string, string | number>;

/**
 * The sentence of a key. `{name}` is replaced by the parameter; `{count|lab|labs}` by the first word when the
 * parameter is 1, else by the second. A blank without a parameter stays as it is, so that a test can see it.
 */
export function t(key: TextKey, params: TextParams = {}): string {
  return fill(en[key], params);
}

/** Whether a string is a key of the catalogue, as error codes are when prefixed by `errors.`. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en, key);
}

function fill(text: string, params: TextParams): string {
  return text.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (blank, name: string, one?: string, many?: string) => {
      const value = params[name];
      if (value === undefined) return blank;
      if (one === undefined || many === undefined) return String(value);
      return Number(value) === 1 ? one : many;
    },
  );
}
