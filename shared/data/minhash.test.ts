/** Near duplicates are found by their words, estimated as Broder's paper says, and dropped in favour of the first. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { generateCorpus } from '../world/corpus.ts';
import { nearCopy } from '../world/noise.ts';
import { createWorld } from '../world/world.ts';
import {
  bandsFor,
  clusterDuplicates,
  keptPlaces,
  resemblance,
  SHINGLE_WORDS,
  signDocuments,
} from './minhash.ts';

const world = createWorld(4);
const originals = generateCorpus(world, 'stories', { bytes: 60_000, seed: 1 }).map(({ text }) => text);

/** The measure that signatures estimate, counted with sets of strings. */
function exactResemblance(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => {
    const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    return new Set(words.slice(SHINGLE_WORDS - 1).map((_, at) => words.slice(at, at + 3).join(' ')));
  });
  const shared = [...left].filter((shingle) => right.has(shingle)).length;
  return shared / (left.size + right.size - shared);
}

describe('signatures', () => {
  it('estimate the resemblance of two texts', () => {
    const random = createRandom(9);
    const copies = originals.map((text) => nearCopy(text, random));
    const [a, b] = [signDocuments(originals), signDocuments(copies)];
    const errors = originals.map((text, i) => resemblance(a, i, b, i) - exactResemblance(text, copies[i]));
    const meanSquare = errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length;
    expect(Math.sqrt(meanSquare)).toBeLessThan(0.045);
    expect(Math.abs(errors.reduce((sum, error) => sum + error, 0) / errors.length)).toBeLessThan(0.01);
  });

  it('see words only: case, marks and white space change nothing', () => {
    const { count, values } = signDocuments([
      'The hen ran home.',
      '  THE hen -- ran\nhome!',
      'The hen ran off.',
    ]);
    const [first, second, third] = Array.from({ length: count }, (_, i) =>
      values.slice(128 * i, 128 * i + 128),
    );
    expect(second).toEqual(first);
    expect(third).not.toEqual(first);
  });

  it('take texts of no words, of one, and in any script', () => {
    const texts = [
      '',
      '!!!',
      'hen',
      'hen',
      '猫の名前',
      '猫の名前',
      'кошка спит на печи',
      'кошка спит на печи',
    ];
    const clusters = clusterDuplicates(signDocuments(texts), 0.9);
    expect(clusters.map(({ kept, dropped }) => [kept, ...dropped.map(({ document }) => document)])).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
      [6, 7],
    ]);
  });
});

describe('clusters of near duplicates', () => {
  const text =
    'One day the baker of Plim lost her hat, and all the geese of the town went out to look for it.';
  const texts = [text, 'A short tale of a snail and a very long ladder.', text.replace('lost', 'ate'), text];

  it('keep the first document and say how much the others are like it', () => {
    const [cluster, ...others] = clusterDuplicates(signDocuments(texts), 0.6);
    expect(others).toEqual([]);
    expect(cluster.kept).toBe(0);
    expect(cluster.dropped.map(({ document }) => document)).toEqual([2, 3]);
    expect(cluster.dropped[0].similarity).toBeCloseTo(exactResemblance(texts[0], texts[2]), 1);
    expect(cluster.dropped[1].similarity).toBe(1);
    expect(keptPlaces(texts.length, [cluster])).toEqual([0, 1]);
  });

  it('grow as the similarity asked for falls, and hold exact copies only at 1', () => {
    expect(clusterDuplicates(signDocuments(texts), 1)).toEqual([
      { kept: 0, dropped: [{ document: 3, similarity: 1 }] },
    ]);
  });

  it('hold what is like the kept document only: no chain leads from one text to quite another', () => {
    const words = originals[0].toLowerCase().match(/[a-z]+/g) ?? [];
    const stretch = (from: number): string => words.slice(from, from + 20).join(' ');
    const chain = [stretch(0), stretch(3), stretch(6)];
    expect(exactResemblance(chain[1], chain[2])).toBeGreaterThan(0.65);
    expect(exactResemblance(chain[0], chain[2])).toBeLessThan(0.55);
    const [cluster, ...others] = clusterDuplicates(signDocuments(chain), 0.6);
    expect(others).toEqual([]);
    expect(cluster).toMatchObject({ kept: 0, dropped: [{ document: 1 }] });
  });

  it('find nearly all planted copies, and drop hardly anything else', () => {
    const random = createRandom(5);
    const copies = originals.map((original) => nearCopy(original, random));
    const like = copies.map((copy, i) => exactResemblance(copy, originals[i]));
    const clusters = clusterDuplicates(signDocuments([...originals, ...copies]), 0.7);
    const dropped = new Set(clusters.flatMap((cluster) => cluster.dropped.map(({ document }) => document)));
    const planted = like.flatMap((value, i) => (value >= 0.8 ? [originals.length + i] : []));
    expect(planted.length).toBeGreaterThan(originals.length / 2);
    expect(planted.filter((document) => dropped.has(document)).length / planted.length).toBeGreaterThan(0.98);
    const unlike = like.flatMap((value, i) => (value < 0.55 ? [originals.length + i] : []));
    expect(unlike.filter((document) => dropped.has(document))).toEqual([]);
    expect(originals.filter((_, i) => dropped.has(i)).length).toBeLessThan(originals.length * 0.05);
  });

  it('decide about a document by what came before it only', () => {
    const all = originals.flatMap((original, i) =>
      i % 3 === 0 ? [original, `${original} Read more.`] : [original],
    );
    const droppedOf = (documents: readonly string[]): number[] =>
      clusterDuplicates(signDocuments(documents), 0.7)
        .flatMap(({ dropped }) => dropped.map(({ document }) => document))
        .toSorted((a, b) => a - b);
    const half = Math.floor(all.length / 2);
    expect(droppedOf(all.slice(0, half))).toEqual(droppedOf(all).filter((document) => document < half));
  });

  it('are looked for in bands that meet at the similarity asked for', () => {
    for (const similarity of [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]) {
      const { rows, bands } = bandsFor(similarity);
      expect(1 - (1 - similarity ** rows) ** bands).toBeGreaterThanOrEqual(0.95);
      expect(rows * bands).toBeLessThanOrEqual(128);
    }
    expect(bandsFor(0.9).rows).toBeGreaterThan(bandsFor(0.5).rows);
  });
});

it('tells how far it is, up to the end', () => {
  const shares: number[] = [];
  clusterDuplicates(
    signDocuments(originals, (share) => shares.push(share)),
    0.8,
    (share) => shares.push(1 + share),
  );
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(2);
});
