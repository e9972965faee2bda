/** TF.js in the browser's worker and the server's plain arithmetic make the same quality classifier. */

import { memory } from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { keepProbabilities, trainQuality } from '../../../shared/data/quality.ts';
import { generateCorpus } from '../../../shared/world/corpus.ts';
import { createWorld } from '../../../shared/world/world.ts';
import { trainQualityTfjs } from './quality-tfjs.ts';

const world = createWorld(12);
const web = generateCorpus(world, 'web', { bytes: 500_000, seed: 1 }).map(({ text }) => text);
const posts = generateCorpus(world, 'posts', { bytes: 150_000, seed: 1 }).map(({ text }) => text);
const isProse = (text: string): boolean => !/[|<>{}&[\]]|!!!|CHEAP|cookies/.test(text);

describe('the two classifiers', () => {
  it.each([12, 60, 240])(
    'made of %i labels agree on at least 999 of 1000 documents, at any bar',
    async (count) => {
      const labels = [...web.slice(0, count - 6), ...posts.slice(0, 6)].map((text) => ({
        text,
        keep: isProse(text),
      }));
      const texts = [...web, ...posts];
      const server = keepProbabilities(texts, trainQuality(labels));
      const browser = keepProbabilities(texts, await trainQualityTfjs(labels));
      expect(texts.length).toBeGreaterThan(4000);
      for (const threshold of [0.2, 0.35, 0.5, 0.65, 0.8]) {
        const agreed = texts.filter((_, i) => server[i] >= threshold === browser[i] >= threshold).length;
        expect(agreed / texts.length).toBeGreaterThanOrEqual(0.999);
      }
    },
  );

  it('know nothing without labels, and leave no tensors behind', async () => {
    const before = memory().numTensors;
    await trainQualityTfjs(web.slice(0, 10).map((text) => ({ text, keep: isProse(text) })));
    expect(memory().numTensors).toBe(before);
    expect(keepProbabilities(['anything'], await trainQualityTfjs([]))[0]).toBe(0.5);
  });
});
