import { describe, expect, it } from 'vitest';
import { findDocument, indexShelf } from './retrieve.ts';

const SHELF = indexShelf([
  'The baker of Plimby is Nona.',
  'The baker of Drollow is Watto.',
  'Nona likes pear pie.',
  'Nona hates geese.',
]);

describe('keyword search', () => {
  it.each([
    ['Who is the baker of Drollow?', 1],
    ['Who works as the baker of Plimby?', 0],
    ['What does Nona like to eat?', 2],
    ['What does Nona hate?', 3],
  ])('finds the document with the rarest words of "%s"', (question, place) => {
    expect(findDocument(SHELF, question)).toBe(place);
  });

  it('finds nothing where no word is shared', () => {
    expect(findDocument(SHELF, 'Why?')).toBeNull();
    expect(findDocument(indexShelf([]), 'Who is the baker?')).toBeNull();
  });

  it('has to guess where only a name is shared, and takes the shortest document', () => {
    expect(findDocument(SHELF, 'What does Nona do all day?')).toBe(3);
  });
});
