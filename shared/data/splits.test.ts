import { describe, expect, it } from 'vitest';
import { holdOut, splitDocuments } from './splits.ts';

const documents = Array.from({ length: 2000 }, (_, i) => ({ text: `The hen number ${i} ran home.` }));

describe('splitting documents', () => {
  it('holds out about the share asked for and loses nothing', () => {
    const { train, heldOut } = splitDocuments(documents, 0.1, 7);
    expect(heldOut.length / documents.length).toBeCloseTo(0.1, 1);
    expect(train.length + heldOut.length).toBe(documents.length);
  });

  it('keeps copies of a text on one side, also when they differ in case and marks', () => {
    const copies = documents.map(({ text }) => ({ text: `  ${text.toUpperCase()}!\n` }));
    const { train, heldOut } = splitDocuments([...documents, ...copies], 0.3, 7);
    const trained = new Set(train.map(({ text }) => text.toLowerCase().replace(/[^a-z0-9]/g, '')));
    expect(heldOut.some(({ text }) => trained.has(text.toLowerCase().replace(/[^a-z0-9]/g, '')))).toBe(false);
  });

  it('draws another split for another seed', () => {
    expect(splitDocuments(documents, 0.1, 8).heldOut).not.toEqual(splitDocuments(documents, 0.1, 7).heldOut);
  });

  it('holds out nothing or all at the ends of the scale', () => {
    expect(splitDocuments(documents, 0, 1).heldOut).toHaveLength(0);
    expect(splitDocuments(documents, 1, 1).train).toHaveLength(0);
  });

  it('never takes all of the own text away', () => {
    const one = [{ text: 'The only page.' }];
    for (const share of [0.02, 0.1, 1]) expect(holdOut(one, share)).toEqual({ train: one, heldOut: [] });
    const { train, heldOut } = holdOut(documents, 0.05);
    expect(train.length + heldOut.length).toBe(documents.length);
    expect(heldOut.length / documents.length).toBeCloseTo(0.05, 1);
  });
});
