/**
 * Every number in a text is an argument, or is tied here to the constant or the finding that it comes from. Whoever changes a
 * constant learns which sentences speak of it; whoever writes a number says where it is from.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '../client/i18n/en.ts';
import { NO_CLAIMS, TIED } from './figures.ts';

const WORDS: Readonly<Record<string, number>> = {
  zero: 0,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fourth: 1 / 4,
  fifth: 1 / 5,
  tenth: 1 / 10,
  twice: 2,
  double: 2,
};
const NUMBER = new RegExp(
  `\\d[\\d,]*(?:\\.\\d+)?|\\b(?:${Object.keys(WORDS).join('|')})(?:s|th|ths)?\\b`,
  'gi',
);

/** All numbers that a text says, in order; blanks, and the words that depend on them, are arguments. */
function numbersIn(text: string): number[] {
  const fixed = text.replace(/\{[^}]*\}/g, ' ');
  return [...fixed.matchAll(NUMBER)].map(([found]) => {
    const word = found.toLowerCase();
    const known = [word, word.replace(/s$/, ''), word.replace(/ths?$/, '')].find((one) => one in WORDS);
    return known === undefined ? Number(found.replaceAll(',', '')) : WORDS[known];
  });
}

/** A text without what claims nothing. */
function withoutNoClaims(text: string): string {
  return NO_CLAIMS.reduce((left, { says }) => left.replace(says, ' '), text);
}

const STAGES = new URL('../client/stages/', import.meta.url);
const docs = readdirSync(STAGES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }): [string, string][] => {
    try {
      return [[`docs of ${name}`, readFileSync(new URL(`${name}/docs.md`, STAGES), 'utf8')]];
    } catch {
      return [];
    }
  });
const texts = new Map<string, string>([...Object.entries(en), ...docs]);

describe('a text', () => {
  it('reads its numbers, in figures and in words', () => {
    expect(numbersIn('Up to 2,000 of {count} {count|page|pages}: four fifths, 0.7 or a third.')).toEqual([
      2000,
      4,
      0.2,
      0.7,
      1 / 3,
    ]);
    expect(numbersIn('Millions of billions, twice; someone, often, weighty.')).toEqual([1e6, 1e9, 2]);
  });

  it.each([...texts].filter(([key, text]) => TIED[key] || numbersIn(withoutNoClaims(text)).length > 0))(
    '%s says only numbers that come from somewhere',
    (key, text) => {
      expect(numbersIn(withoutNoClaims(text))).toEqual(TIED[key]?.map((one) => expect.closeTo(one, 6)) ?? []);
    },
  );
});

describe('the lists', () => {
  it('tie no text that is gone', () => {
    expect(Object.keys(TIED).filter((key) => !texts.has(key))).toEqual([]);
  });

  it('excuse nothing that is gone', () => {
    const all = [...texts.values()];
    expect(NO_CLAIMS.filter(({ says }) => all.every((text) => text.search(says) === -1))).toEqual([]);
  });
});
