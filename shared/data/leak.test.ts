/** Test text in training text is found, copied exactly or nearly, and honest splits are called clean. */

import { describe, expect, it } from 'vitest';
import { generateCorpus } from '../world/corpus.ts';
import { createWorld } from '../world/world.ts';
import { findLeaks } from './leak.ts';

const world = createWorld(6);
const textsOf = (seed: number, bytes: number): string[] =>
  generateCorpus(world, 'stories', { bytes, seed }).map(({ text }) => text);

const train = textsOf(1, 40_000);
const heldOut = textsOf(2, 6_000);
const sealed = textsOf(3, 6_000);

describe('a leak check', () => {
  it('finds nothing between texts that were written apart', () => {
    expect(findLeaks({ train, heldOut, sealed })).toEqual([]);
  });

  it('finds an exact copy and names both places', () => {
    expect(findLeaks({ train: [...train, heldOut[2]], heldOut, sealed })).toEqual([
      { part: 'train', document: train.length, of: 'heldOut', ofDocument: 2, similarity: 1, isExact: true },
    ]);
  });

  it('finds a copy with an altered end, with how near it is', () => {
    const altered = `${sealed[1].split(' ').slice(0, -3).join(' ')} (seen at the market)`;
    const [leak, ...others] = findLeaks({ train: [altered, ...train], heldOut, sealed });
    expect(others).toEqual([]);
    expect(leak).toMatchObject({ part: 'train', document: 0, of: 'sealed', ofDocument: 1, isExact: false });
    expect(leak.similarity).toBeGreaterThan(0.7);
    expect(leak.similarity).toBeLessThan(1);
  });

  it('finds sealed text in what is used for choosing', () => {
    expect(findLeaks({ train, heldOut: [...heldOut, sealed[0]], sealed })).toMatchObject([
      { part: 'heldOut', document: heldOut.length, of: 'sealed', ofDocument: 0 },
    ]);
  });

  it('takes empty parts', () => {
    expect(findLeaks({ train: [], heldOut, sealed: [] })).toEqual([]);
  });
});
