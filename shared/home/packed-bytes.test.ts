/** Bytes as text: all come back, and a text that was not written so is refused. */

import { assert, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packBytes, unpackBytes } from './packed-bytes.ts';

const MOST = 5000;

describe('packed bytes', () => {
  it('come back as they were, in letters that mean nothing to a page', () => {
    assert(
      property(uint8Array({ minLength: 1, maxLength: 2000 }), (bytes) => {
        const text = packBytes(bytes);
        expect(text).not.toMatch(/["'&<>\\\n]/);
        expect(unpackBytes(text, MOST)).toEqual(bytes);
      }),
    );
  });

  const text = packBytes(Uint8Array.from({ length: 300 }, (_, at) => at % 7));
  it.each([
    ['nothing', ''],
    ['no number', text.slice(text.indexOf(' '))],
    ['more than is allowed', text.replace('300 ', '9000 ')],
    ['fewer than there are', text.replace('300 ', '20 ')],
    ['more than there are', text.replace('300 ', '400 ')],
    ['a letter too few', text.slice(0, -1)],
    ['another alphabet', text.replace(/.$/, '"')],
    ['a number that four bytes can’t hold', text.slice(0, -5) + '?????'],
  ])('are refused: %s', (_, wrong) => {
    expect(() => unpackBytes(wrong, MOST)).toThrow();
  });
});
