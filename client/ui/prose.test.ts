/** What the small markup makes of a stage's text. */

import { describe, expect, it } from 'vitest';
import { firstSentences, readInline, readProse } from './prose.ts';

describe('readProse', () => {
  it('reads headings, paragraphs over several lines, and lists', () => {
    const blocks = readProse('# Data\n\nA model reads\n*tokens*.\n\n- one\n- two\n  lines');
    expect(blocks.map((block) => block.tag)).toEqual(['heading', 'paragraph', 'list']);
    expect(blocks[1]).toEqual({
      tag: 'paragraph',
      content: [
        { tag: 'text', text: 'A model reads ' },
        { tag: 'em', text: 'tokens' },
        { tag: 'text', text: '.' },
      ],
    });
    expect(blocks[2]).toEqual({
      tag: 'list',
      items: [[{ tag: 'text', text: 'one' }], [{ tag: 'text', text: 'two lines' }]],
    });
  });

  it('tells strong from emphasis, and leaves a lone star alone', () => {
    expect(readInline('**big** *term* 2 * 3').map((part) => part.tag)).toEqual([
      'strong',
      'text',
      'em',
      'text',
    ]);
  });
});

describe('firstSentences', () => {
  it('takes the beginning of the first paragraph, whatever stands above it', () => {
    expect(firstSentences('## Data\n\nYou buy text. You mix\nit. Then more.\n\nMore.', 2)).toBe(
      'You buy text. You mix it.',
    );
  });

  it('has nothing to shorten where there is no more', () => {
    expect(firstSentences('One. Two.', 2)).toBeNull();
  });
});
