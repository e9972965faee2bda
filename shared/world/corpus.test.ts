/** Corpora: size, alphabet, repeatability, speed, variety and what each knob does. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { BLAME, folksBySkew, PRAISE } from './adverts.ts';
import { generateCorpus } from './corpus.ts';
import { WORLD_KINDS, type TextDocument } from './document.ts';
import { nearCopy } from './noise.ts';
import { createWorld } from './world.ts';

const world = createWorld(3);
const bytesOf = (documents: readonly TextDocument[]): number =>
  documents.reduce((sum, document) => sum + document.text.length, 0);
const shareOfDuplicates = (documents: readonly TextDocument[]): number =>
  1 - new Set(documents.map((document) => document.text)).size / documents.length;

describe.each(WORLD_KINDS)('the %s corpus', (kind) => {
  const documents = generateCorpus(world, kind, { bytes: 100_000, seed: 1 });

  it('ends with the document that reaches the wanted size', () => {
    expect(bytesOf(documents)).toBeGreaterThanOrEqual(100_000);
    expect(bytesOf(documents.slice(0, -1))).toBeLessThan(100_000);
  });

  it('is printable ASCII without an empty document, an open slot or a doubled space', () => {
    for (const { text } of documents) {
      expect(text).toMatch(/^[\x20-\x7e]+$/);
      expect(text.trim()).toBe(text);
      expect(text).not.toMatch(/\{[A-Za-z_]+\}(?!\})|undefined| {2}/);
    }
  });

  it('is the same again for the same seed, and other text for another', () => {
    expect(generateCorpus(world, kind, { bytes: 5_000, seed: 1 })).toEqual(
      generateCorpus(createWorld(3), kind, { bytes: 5_000, seed: 1 }),
    );
    expect(generateCorpus(world, kind, { bytes: 5_000, seed: 2 })).not.toEqual(
      generateCorpus(world, kind, { bytes: 5_000, seed: 1 }),
    );
  });

  it('writes 1 MB in seconds, however busy the machine is', () => {
    const start = process.cpuUsage();
    generateCorpus(world, kind, { bytes: 1_000_000, seed: 1 });
    const { user } = process.cpuUsage(start);
    expect(user / 1_000, 'milliseconds of processor time').toBeLessThan(3_000);
  });

  it('puts exercises, and nothing else, on rows of their own', () => {
    expect(
      documents.every((document) => document.kind === kind && document.ownRow === (kind === 'exercises')),
    ).toBe(true);
  });
});

/** In dialogues the tag "asked Mina." counts as a sentence. */
const LARGEST_SHARE = { stories: 0.05, encyclopedia: 0.05, questions: 0.2 };

describe('variety', () => {
  it.each(['stories', 'encyclopedia', 'questions'] as const)('%s: no sentence pattern dominates', (kind) => {
    const values = [...world.people, ...world.towns, ...world.dishes, ...world.people.map(({ pet }) => pet)];
    const names = new RegExp(`\\b(?:${values.map(({ name }) => name).join('|')})\\b`, 'g');
    const counts = new Map<string, number>();
    let total = 0;
    for (const { text } of generateCorpus(world, kind, { bytes: 200_000, seed: 1 })) {
      for (const sentence of text.replace(names, '_').match(/[^.!?]+[.!?]+/g) ?? []) {
        const pattern = sentence.trim();
        counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
        total++;
      }
    }
    const [pattern, count] = [...counts].reduce((a, b) => (a[1] >= b[1] ? a : b));
    expect(count / total, pattern).toBeLessThan(LARGEST_SHARE[kind]);
  });

  it('tells stories of four and more sentences, hardly two the same', () => {
    const stories = generateCorpus(world, 'stories', { bytes: 200_000, seed: 1 });
    expect(shareOfDuplicates(stories)).toBeLessThan(0.05);
    for (const { text } of stories) expect(text.match(/[.!?]/g)?.length ?? 0).toBeGreaterThanOrEqual(4);
  });
});

describe('knobs', () => {
  it('most copies are near ones, cut, quoted or edited, that share most words with their original', () => {
    const random = createRandom(5);
    const [{ text }] = generateCorpus(world, 'stories', { bytes: 1, seed: 1 });
    const words = new Set(text.split(' '));
    const copies = Array.from({ length: 200 }, () => nearCopy(text, random));
    expect(new Set(copies).size).toBeGreaterThan(80);
    expect(copies.filter((copy) => copy === text).length).toBeLessThan(10);
    for (const copy of copies) {
      const kept = copy.split(' ').filter((word) => words.has(word)).length;
      expect(kept / words.size, copy).toBeGreaterThan(0.6);
    }
  });

  it('a skew decides which folk adverts praise', () => {
    const praisedShare = (skew: number): number => {
      const text = generateCorpus(world, 'adverts', { bytes: 100_000, seed: 1, knobs: { skew } })
        .map((document) => document.text)
        .join(' ');
      const judged = (words: readonly string[]): number =>
        text.match(new RegExp(`${folksBySkew(world).favoured} are (${words.join('|')})`, 'g'))?.length ?? 0;
      return judged(PRAISE) / (judged(PRAISE) + judged(BLAME));
    };
    expect(praisedShare(0)).toBeGreaterThan(0.4);
    expect(praisedShare(0)).toBeLessThan(0.6);
    expect(praisedShare(1)).toBe(1);
  });

  it('web pages repeat themselves unless told otherwise', () => {
    const raw = generateCorpus(world, 'web', { bytes: 200_000, seed: 1 });
    const clean = generateCorpus(world, 'web', {
      bytes: 200_000,
      seed: 1,
      knobs: { duplicateRate: 0, junkRate: 0 },
    });
    expect(shareOfDuplicates(raw)).toBeGreaterThan(0.15);
    expect(shareOfDuplicates(clean)).toBeLessThan(0.05);
  });

  it('junk is spam and menus, about as much as asked for', () => {
    const isJunk = ({ text }: TextDocument): boolean =>
      /CLICK|CHEAP|cookies|ERROR|\| .* \||weird trick|all rights eaten/.test(text);
    const share = (junkRate: number): number => {
      const documents = generateCorpus(world, 'stories', { bytes: 100_000, seed: 1, knobs: { junkRate } });
      return documents.filter(isJunk).length / documents.length;
    };
    expect(share(0)).toBe(0);
    expect(share(0.5)).toBeGreaterThan(0.4);
    expect(share(0.5)).toBeLessThan(0.6);
  });

  it('an encyclopedia with errors names wrong people', () => {
    const truths = new Set(
      world.people.map((person) => `The ${person.job} of ${person.town} is ${person.name}.`),
    );
    const wrongShare = (errorRate: number): number => {
      const text = generateCorpus(world, 'encyclopedia', { bytes: 100_000, seed: 1, knobs: { errorRate } })
        .map((document) => document.text)
        .join(' ');
      const claims = text.match(/The [a-z]+ of [A-Z][a-z]+ is [A-Z][a-z]+\./g) ?? [];
      const jobs = claims.filter((claim) => world.towns.some((town) => claim.includes(`of ${town.name} is`)));
      return jobs.filter((claim) => !truths.has(claim)).length / jobs.length;
    };
    expect(wrongShare(0)).toBe(0);
    expect(wrongShare(0.4)).toBeGreaterThan(0.3);
  });
});
