/** Examples of a sample broken into the lines of a mouth. */
import { describe, expect, it } from 'vitest';
import { wrapLines } from './lines.ts';

describe('wrapLines', () => {
  it('breaks at spaces', () => {
    expect(wrapLines('the goat ate the receipt .', 12, 4)).toEqual(['the goat ate', 'the receipt', '.']);
  });

  it('cuts a word that is longer than a line, as untrained models say them', () => {
    expect(wrapLines('qqqqqqqqqqqqqq tea', 6, 4)).toEqual(['qqqqqq', 'qqqqqq', 'qq tea']);
  });

  it('ends with an ellipsis when there is more than fits', () => {
    expect(wrapLines('one two three four five six', 9, 2)).toEqual(['one two', 'three…']);
    expect(wrapLines('aaaaaaaaa bbbbbbbbb c', 9, 2)).toEqual(['aaaaaaaaa', 'bbbbbbbb…']);
  });

  it('has no lines for nothing', () => expect(wrapLines('  ', 9, 2)).toEqual([]));
});
