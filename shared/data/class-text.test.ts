/** A text of the class's own is checked in plain terms and cut into pages that a market can sell. */

import { describe, expect, it } from 'vitest';
import { MAX_CLASS_BYTES } from '../world/document.ts';
import { isRude } from '../rude.ts';
import { checkClassText, type ClassPages } from './class-text.ts';

const POEM = `The rain is a guest with a thousand feet,
it walks on the roof and it never gets tired.

My grandmother listens and counts every step,
she knows all of its names and forgets her own.`;

const poems = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${POEM}\n\nThat was the poem of day ${at}.`);

function good(documents: readonly string[]): ClassPages {
  const checked = checkClassText(documents, isRude);
  if (!checked.ok) throw new Error(checked.problem);
  return checked;
}

describe('a text of the class', () => {
  it.each([
    ['empty', ['', ' \n ']],
    ['binary', [`PK\u0003\u0004\u0000\u0001${POEM}`.repeat(20)]],
    ['binary', ['\ufffd\ufffdabc '.repeat(600)]],
    ['no_letters', ['12 345 6789, 0.25; 17\n'.repeat(400)]],
    ['monotone', ['a a aa aaa '.repeat(400)]],
    ['endless', ['abcdefghijklmnopqrstuvwxyz'.repeat(400)]],
    ['too_short', [POEM]],
    ['rude', ['This is fucking shit. '.repeat(200)]],
  ] as const)('that is %s is refused', (problem, documents) => {
    expect(checkClassText(documents, isRude)).toEqual({ ok: false, problem });
  });

  it('keeps a poem on one page, and counts its bytes', () => {
    const { pages, bytes } = good(poems(12));
    expect(pages).toHaveLength(12);
    expect(pages[0]).toContain(POEM);
    expect(bytes).toBe(Buffer.byteLength(pages.join('')));
  });

  it('cuts one endless line between sentences, or between words where there are none', () => {
    const sentences = good([`${POEM.replaceAll('\n', ' ')} `.repeat(20)]).pages;
    expect(sentences.length).toBeGreaterThan(4);
    for (const page of sentences) expect(page).toMatch(/\.$/);
    const words = good(['rain walks over the roof and counts all of its thousand feet '.repeat(60)]).pages;
    expect(words.length).toBeGreaterThan(4);
    for (const page of words) expect(page).not.toMatch(/\b(?:thou|ra|roo)$/);
  });

  it('reads another script, and says that it is one', () => {
    const chinese = [
      '雨是一位有一千只脚的客人，它在屋顶上走来走去，从来不会累。祖母听着，数着每一步。'.repeat(40),
    ];
    expect(good(chinese)).toMatchObject({ isOtherScript: true });
    expect(good(chinese).pages.length).toBeGreaterThan(2);
    expect(good(poems(12))).toMatchObject({ isOtherScript: false });
  });

  it('takes no more than the market has room for', () => {
    const { bytes, isCut } = good(poems(3_000));
    expect(isCut).toBe(true);
    expect(bytes).toBeLessThanOrEqual(MAX_CLASS_BYTES);
    expect(bytes).toBeGreaterThan(MAX_CLASS_BYTES - 1_000);
  });

  it('leaves rude sentences out, and counts what looks like a secret', () => {
    const told = good([...poems(12), 'That fucking rain again. The code of my door is 4711.']);
    expect(told.leftOut).toBe(1);
    expect(told.pages.join('\n')).not.toContain('fucking');
    expect(told.secrets).toBe(1);
  });

  it('is the same when it goes through once more, so that a server need not trust a page', () => {
    const { pages } = good([...poems(40), `${POEM.replaceAll('\n', ' ')} `.repeat(20)]);
    expect(good(pages).pages).toEqual(pages);
  });
});
