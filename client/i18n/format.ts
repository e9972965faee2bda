/** Numbers and lists as the language in use writes them. */

import { catalogue } from './catalogue.ts';

/** Making one costs more than using it a hundred times. */
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(least: number, most: number): Intl.NumberFormat {
  const { locale } = catalogue.value;
  const key = `${locale} ${least} ${most}`;
  let format = formats.get(key);
  if (!format) {
    const digits = { minimumFractionDigits: least, maximumFractionDigits: most };
    format = new Intl.NumberFormat(locale, { ...digits, useGrouping: 'min2' });
    formats.set(key, format);
  }
  return format;
}

/** A number with as many decimals as it has, three at most: 1024, 12,400, 0.5. */
export function formatNumber(value: number): string {
  return numberFormat(0, 3).format(value);
}

/** A number with so many decimals. */
export function formatDecimal(value: number, digits: number): string {
  return numberFormat(digits, digits).format(value);
}

/** "Ada", "Ada and Mei", "Ada, Mei, and Kofi". */
export function formatList(names: readonly string[]): string {
  return new Intl.ListFormat(catalogue.value.locale, { type: 'conjunction' }).format(names);
}
