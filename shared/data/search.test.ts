/** Searching a dataset and counting its words, on texts that fit on a page. */

import { describe, expect, it } from 'vitest';
import { countWords, findPages, findSpans } from './search.ts';

const texts = ['The goat met Ada.', 'Nobody came.', 'A goatherd, two GOATS; and a goat.'];

describe('findPages', () => {
  it('finds a word in any case and inside of longer ones, with all places in order', () => {
    expect(findPages(texts, ' Goat ')).toEqual([
      { document: 0, hits: [{ start: 4, length: 4 }] },
      {
        document: 2,
        hits: [
          { start: 2, length: 4 },
          { start: 16, length: 4 },
          { start: 29, length: 4 },
        ],
      },
    ]);
  });

  it('finds nothing for nothing, and takes signs of patterns as they are', () => {
    expect(findPages(texts, '  ')).toEqual([]);
    expect(findPages(texts, '.*')).toEqual([]);
    expect(findSpans('aaaa', 'aa')).toEqual([
      { start: 0, length: 2 },
      { start: 2, length: 2 },
    ]);
  });

  it('marks nothing where lower case has another length than the text', () => {
    expect(findSpans('\u0130stanbul has a goat', 'goat')).toEqual([]);
  });
});

describe('countWords', () => {
  it('counts running, different and single words, and lists the frequent ones', () => {
    expect(countWords(["It's a goat: a GOAT!"], { most: 2, leastLetters: 1 })).toEqual({
      words: 5,
      distinct: 3,
      once: 1,
      top: [
        { word: 'a', count: 2 },
        { word: 'goat', count: 2 },
      ],
    });
  });

  it('may leave out short words from the list, but not from the count', () => {
    const { words, top } = countWords(texts, { most: 10, leastLetters: 5 });
    expect(words).toBe(13);
    expect(top.map(({ word }) => word)).toEqual(['goatherd', 'goats', 'nobody']);
  });
});
