/** The quality classifier learns from a team's few labels, always the same, and knows what it is unsure of. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { generateCorpus } from '../world/corpus.ts';
import { createWorld } from '../world/world.ts';
import { FEATURE_COUNT, readFeatures } from './features.ts';
import {
  crossValidate,
  keepProbabilities,
  qualityAt,
  qualityCurve,
  trainQuality,
  uncertainOrder,
  type LabelledText,
} from './quality.ts';

/** What a careful person would keep of a web scrape, by signs that all readers see. */
const isProse = (text: string): boolean => !/[|<>{}&[\]]|!!!|CHEAP|cookies|\bgoose \d/.test(text);
const web = generateCorpus(createWorld(8), 'web', { bytes: 120_000, seed: 3 }).map(({ text }) => text);
const labelled: LabelledText[] = web.slice(0, 120).map((text) => ({ text, keep: isProse(text) }));
const unseen = web.slice(120);

describe('features', () => {
  it('give every document n-grams of length 1 beside its shape, and never hold a place twice', () => {
    const { starts, places, values, count } = readFeatures(['The hen ran home.', '', 'CHEAP HATS !!!']);
    expect(count).toBe(3);
    for (let row = 0; row < count; row++) {
      const own = places.slice(starts[row], starts[row + 1]);
      expect(new Set(own).size).toBe(own.length);
      expect(Math.max(...own)).toBe(FEATURE_COUNT - 1);
      const squares = values
        .slice(starts[row], starts[row + 1] - 10)
        .reduce((sum, value) => sum + value ** 2, 0);
      expect(squares).toBeCloseTo(row === 1 ? 0 : 1, 5);
    }
  });

  it('of a document do not depend on its company', () => {
    const alone = readFeatures([web[0]]);
    const among = readFeatures([web[5], web[0], web[1]]);
    expect(among.places.slice(among.starts[1], among.starts[2])).toEqual(alone.places);
    expect(among.values.slice(among.starts[1], among.starts[2])).toEqual(alone.values);
  });
});

describe('the quality classifier', () => {
  const weights = trainQuality(labelled);

  it('learns from 120 labels to tell prose from junk that it never saw', () => {
    const probabilities = keepProbabilities(unseen, weights);
    const right = unseen.filter((text, i) => probabilities[i] >= 0.5 === isProse(text)).length;
    expect(unseen.length).toBeGreaterThan(500);
    expect(right / unseen.length).toBeGreaterThan(0.88);
  });

  it('is the same every time, and another for other labels', () => {
    expect(trainQuality(labelled)).toEqual(weights);
    expect(trainQuality(labelled.slice(1))).not.toEqual(weights);
  });

  it('knows nothing without labels, and is about as sure as it is right with some', () => {
    expect(keepProbabilities(['anything'], trainQuality([]))[0]).toBe(0.5);
    const probabilities = keepProbabilities(unseen, weights);
    const sureness = probabilities.reduce((sum, keep) => sum + Math.max(keep, 1 - keep), 0) / unseen.length;
    const right =
      unseen.filter((text, i) => probabilities[i] >= 0.5 === isProse(text)).length / unseen.length;
    expect(Math.abs(sureness - right)).toBeLessThan(0.04);
  });

  it('measures itself by labels that it was not taught: on labels by chance it does not flatter itself', () => {
    const random = createRandom(2);
    const byChance = unseen.slice(0, 200).map((text) => ({ text, keep: random.chance(0.5) }));
    const keep = byChance.map((label) => label.keep);
    const rightShare = (probabilities: ArrayLike<number>): number =>
      keep.filter((isKept, i) => probabilities[i] >= 0.5 === isKept).length / keep.length;
    const taught = keepProbabilities(
      byChance.map(({ text }) => text),
      trainQuality(byChance),
    );
    expect(rightShare(taught)).toBeGreaterThan(0.7);
    expect(rightShare(crossValidate(byChance))).toBeLessThan(0.6);
    expect(
      qualityAt(
        crossValidate(labelled),
        labelled.map((label) => label.keep),
        0.5,
      ).precision,
    ).toBeGreaterThan(0.8);
  });

  it('is least sure of what comes first in its order', () => {
    expect(uncertainOrder([0.9, 0.45, 0.1, 0.52, 0.5])).toEqual([4, 3, 1, 0, 2]);
  });
});

describe('precision and recall', () => {
  const probabilities = [0.1, 0.4, 0.6, 0.8];
  const keep = [false, true, false, true];

  it('are counted on what is kept at a threshold', () => {
    expect(qualityAt(probabilities, keep, 0.5)).toEqual({ threshold: 0.5, precision: 0.5, recall: 0.5 });
    expect(qualityAt(probabilities, keep, 0.7)).toEqual({ threshold: 0.7, precision: 1, recall: 0.5 });
    expect(qualityAt(probabilities, keep, 0)).toEqual({ threshold: 0, precision: 0.5, recall: 1 });
  });

  it('are not made up where there is nothing to count', () => {
    expect(qualityAt(probabilities, keep, 0.9)).toEqual({ threshold: 0.9, precision: null, recall: 0 });
    expect(qualityAt([0.5], [false], 0.2)).toEqual({ threshold: 0.2, precision: 0, recall: null });
  });

  it('make a curve on which recall only falls', () => {
    const recalls = qualityCurve(probabilities, keep).map(({ recall }) => recall ?? 0);
    expect(recalls).toHaveLength(21);
    expect(recalls).toEqual(recalls.toSorted((a, b) => b - a));
  });
});
