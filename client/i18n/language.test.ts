/** Which language a device gets, and how that language writes numbers and lists. */

import { afterEach, describe, expect, it } from 'vitest';
import { catalogue, ENGLISH } from './catalogue.ts';
import { words } from './es.ts';
import { formatDecimal, formatList, formatNumber } from './format.ts';
import { firstLanguage, localeFor } from './language.ts';
import { t } from './t.ts';

const speakSpanish = (locale: string): void => {
  catalogue.value = { language: 'es', locale, words, docs: null };
};

afterEach(() => void (catalogue.value = ENGLISH));

describe('the language of a device', () => {
  it('is the one that was chosen, whatever the browser says', () => {
    expect(firstLanguage('es', ['en-GB'])).toBe('es');
    expect(firstLanguage('constructor', ['en-GB', 'es'])).toBe('en');
  });

  it('is else the first of the browser that there are words in, and English where there is none', () => {
    expect(firstLanguage(null, ['fr-CA', 'es-MX', 'en'])).toBe('es');
    expect(firstLanguage(null, ['fr'])).toBe('en');
    expect(firstLanguage(null, [])).toBe('en');
  });

  it('is written as in the country of the browser, where it names one that can be read', () => {
    expect(localeFor('es', ['en-US', 'es-AR'])).toBe('es-AR');
    expect(localeFor('es', ['en-US'])).toBe('es-419');
    expect(localeFor('en', ['en-US@posix'])).toBe('en');
  });
});

describe('Spanish', () => {
  it('says its own words, with singular and plural', () => {
    speakSpanish('es-419');
    expect(t('host.teamsValue', { count: 1 })).toBe('1 laboratorio');
    expect(t('host.teamsValue', { count: 0 })).toBe('0 laboratorios');
  });

  it('writes numbers as its country does', () => {
    speakSpanish('es-AR');
    expect([formatDecimal(2.6, 2), formatNumber(100_000), formatNumber(1024)]).toEqual([
      '2,60',
      '100.000',
      '1024',
    ]);
    speakSpanish('es-MX');
    expect([formatDecimal(2.6, 2), formatNumber(100_000)]).toEqual(['2.60', '100,000']);
  });

  it('lists names with its own "and"', () => {
    speakSpanish('es-419');
    expect(formatList(['Ada', 'Mei', 'Inés'])).toBe('Ada, Mei e Inés');
    expect(formatList(['Ada'])).toBe('Ada');
    expect(formatList([])).toBe('');
  });
});
