/** Cleaning takes out what its steps say, in order, and counts it. */

import { describe, expect, it } from 'vitest';
import { generateCorpus } from '../world/corpus.ts';
import { createWorld } from '../world/world.ts';
import { cleanDocuments, placesAbove } from './clean.ts';
import { keepProbabilities, trainQuality } from './quality.ts';
import { takeBytes } from './take-bytes.ts';

const NOTHING = { similarity: null, quality: null, scrub: false };
const web = generateCorpus(createWorld(2), 'web', { bytes: 60_000, seed: 4 });
const isProse = (text: string): boolean => !/[|<>{}&[\]]|!!!|CHEAP|cookies/.test(text);
const weights = trainQuality(web.slice(0, 80).map(({ text }) => ({ text, keep: isProse(text) })));

describe('cleaning', () => {
  it('that does nothing changes nothing', () => {
    const { documents, count } = cleanDocuments(web, NOTHING);
    expect(documents).toEqual(web);
    expect(count).toMatchObject({ documents: web.length, tossed: 0, copies: 0, masked: 0 });
    expect(count.bytesLeft).toBe(count.bytes);
  });

  it('drops near copies in favour of the first', () => {
    const { documents, count } = cleanDocuments(web, { ...NOTHING, similarity: 0.7 });
    expect(documents[0]).toBe(web[0]);
    expect(new Set(documents.map(({ text }) => text)).size).toBe(documents.length);
    expect(count.copies).toBe(web.length - documents.length);
    expect(count.copies).toBeGreaterThan(web.length * 0.2);
  });

  it('drops what the classifier would toss, and more of it as the bar rises', () => {
    const at = (threshold: number): ReturnType<typeof cleanDocuments> =>
      cleanDocuments(web, { ...NOTHING, quality: { threshold, weights } });
    const { documents, count } = at(0.5);
    const proseShare = documents.filter(({ text }) => isProse(text)).length / documents.length;
    expect(proseShare).toBeGreaterThan(0.9);
    expect(count.tossed).toBe(web.length - documents.length);
    expect(at(0.9).count.tossed).toBeGreaterThan(count.tossed);
  });

  it('leaves the surest twentieth however high the bar is', () => {
    const { documents } = cleanDocuments(web, { ...NOTHING, quality: { threshold: 1, weights } });
    expect(documents).toHaveLength(Math.ceil(web.length / 20));
    const probabilities = keepProbabilities(
      web.map(({ text }) => text),
      weights,
    );
    const least = Math.min(
      ...keepProbabilities(
        documents.map(({ text }) => text),
        weights,
      ),
    );
    expect(probabilities.filter((keep) => keep > least).length).toBeLessThan(documents.length);
    expect(placesAbove([0.1, 0.3, 0.2], 0.9)).toEqual([1]);
    expect(placesAbove([], 0.5)).toEqual([]);
  });

  it('masks secrets in what is left, and leaves the documents that came in alone', () => {
    const letters = ['The pin is 4711.', 'The pin is 4712.', 'Good day.'].map((text) => ({ text }));
    const { documents, count } = cleanDocuments(letters, { ...NOTHING, similarity: 1, scrub: true });
    expect(documents.map(({ text }) => text)).toEqual([
      'The pin is [removed].',
      'The pin is [removed].',
      'Good day.',
    ]);
    expect(count).toEqual({ documents: 3, bytes: 41, tossed: 0, copies: 0, masked: 2, bytesLeft: 51 });
    expect(letters[0].text).toBe('The pin is 4711.');
  });

  it('takes its steps one after the other: copies are looked for among what the classifier left', () => {
    const quality = { threshold: 0.5, weights };
    const filtered = cleanDocuments(web, { ...NOTHING, quality }).documents;
    const unique = cleanDocuments(filtered, { ...NOTHING, similarity: 0.7 }).documents;
    const together = cleanDocuments(web, { ...NOTHING, quality, similarity: 0.7 });
    expect(together.documents).toEqual(unique);
    expect(together.count.tossed + together.count.copies).toBe(web.length - unique.length);
    expect(together.count.copies).toBe(filtered.length - unique.length);
  });

  it('tells how far it is, up to the end', () => {
    const shares: number[] = [];
    const steps = { similarity: 0.7, quality: { threshold: 0.5, weights }, scrub: true };
    cleanDocuments(web, steps, (share) => shares.push(share));
    expect(shares.length).toBeGreaterThan(6);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('takes a dataset of nothing', () => {
    const { documents } = cleanDocuments([], {
      similarity: 0.5,
      quality: { threshold: 0.5, weights },
      scrub: true,
    });
    expect(documents).toEqual([]);
  });

  it('of half a dataset decides about each document as of the whole', () => {
    const half = takeBytes(web, 30_000);
    const steps = { similarity: 0.7, quality: { threshold: 0.5, weights }, scrub: true };
    const fromHalf = cleanDocuments(half, steps).documents;
    expect(cleanDocuments(web, steps).documents.slice(0, fromHalf.length)).toEqual(fromHalf);
  });
});
