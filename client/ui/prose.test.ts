/** What the small markup makes of a stage's text. */

import { describe, expect, it } from 'vitest';
import { readInline, readProse } from './prose.ts';

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
