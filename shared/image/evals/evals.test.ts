import { describe, expect, it } from 'vitest';
import { createWasmHost } from '../../nn/wasm/host.ts';
import { createRandom } from '../../random.ts';
import { NAMED_COLORS } from '../../world/pictures/parts.ts';
import { PALETTE, PIXELS } from '../../world/pictures/palette.ts';
import { CLEAN_PICTURES, makePictures, type CaptionedPicture } from '../../world/pictures/pictures.ts';
import { createRecognizer } from '../../world/pictures/recognize.ts';
import { subjectsOf } from '../../world/pictures/scenes.ts';
import { createWorld } from '../../world/world.ts';
import { fillNoise } from '../noise.ts';
import { Classifier, type LabelledPicture } from './classifier.ts';
import { frechetDistance } from './frechet.ts';
import { estimate, estimateByParts, estimateGap, estimateShare } from './interval.ts';
import { captionAgreement, diversity, likeness, nearCopies } from './measures.ts';

const world = createWorld(1);
const pictures = makePictures(world, 400, CLEAN_PICTURES, 1);
const lessons = makePictures(world, 1500, CLEAN_PICTURES, 2);

/** Rows of normal numbers, moved and stretched. */
function normals(rows: number, shift: number, scale: number, seed: number): Float32Array[] {
  const random = createRandom(seed);
  return Array.from({ length: rows }, () => {
    const row = new Float32Array(4);
    fillNoise(random, row);
    return row.map((value) => shift + scale * value);
  });
}

describe('the Fréchet distance', () => {
  it('is nothing between a set and itself', () => {
    const rows = normals(100, 0, 1, 1);
    expect(frechetDistance(rows, rows)).toBeCloseTo(0, 6);
  });

  it('is what the closed form says of normal distributions', () => {
    /* Four dimensions, moved by 2 and three times as wide: 4 * 2^2 + 4 * (3 - 1)^2. */
    expect(frechetDistance(normals(20_000, 0, 1, 1), normals(20_000, 2, 3, 2))).toBeCloseTo(32, -0.5);
  });

  it('needs two pictures on each side', () => {
    expect(() => frechetDistance(normals(1, 0, 1, 1), normals(5, 0, 1, 1))).toThrow('at least two');
  });
});

describe('the classifier', () => {
  it('learns to name pictures that it never saw, and its features tell clean ones from spoilt ones', async () => {
    const subjects = subjectsOf(world).map(({ name }) => name);
    const label = ({ picture, scene }: CaptionedPicture): LabelledPicture => ({
      picture,
      labels: [subjects.indexOf(scene.subject.name), NAMED_COLORS.indexOf(scene.color)],
    });
    const classes = [subjects.length, NAMED_COLORS.length];
    const classifier = new Classifier(await createWasmHost(), PALETTE, classes, createRandom(1));
    classifier.train(lessons.map(label), 500, createRandom(2));
    const unseen = pictures.map(label);
    const named = classifier.classify(unseen.map(({ picture }) => picture));
    const right = named.filter(([subject], i) => subject === unseen[i].labels[0]).length;
    expect(right / unseen.length).toBeGreaterThan(0.8);

    const random = createRandom(3);
    const features = (from: number, to: number, spoilt: number): Float32Array[] =>
      classifier.features(
        pictures
          .slice(from, to)
          .map(({ picture }) => picture.map((color) => (random.chance(spoilt) ? 4 : color))),
      );
    const clean = frechetDistance(features(0, 200, 0), features(200, 400, 0));
    const spoilt = frechetDistance(features(0, 200, 0), features(200, 400, 0.2));
    expect(spoilt).toBeGreaterThan(3 * clean);
  });
});

describe('measures of painted pictures', () => {
  const all = pictures.map(({ picture }) => picture);
  const scenes = pictures.map(({ scene }) => scene);
  const recognize = createRecognizer(subjectsOf(world));

  it('agree where pictures show what was asked, and only there', () => {
    expect(captionAgreement(all, scenes, recognize).value).toBeGreaterThan(0.99);
    const moved = [...scenes.slice(1), scenes[0]];
    expect(captionAgreement(all, moved, recognize).value).toBeLessThan(0.05);
  });

  it('find near copies among those that are, and none among those that are not', () => {
    expect(nearCopies(all.slice(0, 50), all).value).toBe(1);
    expect(nearCopies(all.slice(0, 50), all.slice(50)).value).toBeLessThan(0.1);
    const touched = all[0].map((color, pixel) => (pixel < 0.04 * PIXELS ? 4 : color));
    expect(likeness(all[0], touched)).toBeGreaterThanOrEqual(0.95);
    expect(nearCopies([touched], all).value).toBe(1);
  });

  it('call the same picture again and again no diversity', () => {
    const [one, other] = all;
    const same = diversity(
      [
        [one, one],
        [other, other],
      ],
      createRandom(1),
    );
    expect(same).toEqual({ value: 0, low: 0, high: 0 });
    expect(diversity([[one, other]], createRandom(1)).value).toBeCloseTo(1 - likeness(one, other));
    expect(() => diversity([[one]], createRandom(1))).toThrow('two pictures');
  });

  it('of a gap is wider than that of either share, and may lie below zero', () => {
    /* Newcombe (1998), table II: 56 of 70 against 48 of 80. */
    const { value, low, high } = estimateGap(estimateShare(56, 70), estimateShare(48, 80));
    expect([value, low, high].map((one) => Number(one.toFixed(4)))).toEqual([0.2, 0.0524, 0.3339]);
    expect(estimateGap(estimateShare(1, 8), estimateShare(8, 8)).high).toBeLessThan(0);
  });

  it('have intervals that hold the truth about nineteen times of twenty', () => {
    const random = createRandom(5);
    const held = Array.from({ length: 300 }, () => {
      const hits = Array.from({ length: 64 }, () => random.chance(0.7)).filter(Boolean).length;
      const { low, high } = estimateShare(hits, 64);
      return low <= 0.7 && 0.7 <= high;
    });
    expect(held.filter(Boolean).length / held.length).toBeGreaterThan(0.92);
    const { value, low, high } = estimate(
      [1, 2, 3, 4, 5],
      (items) => items.reduce((a, b) => a + b, 0) / items.length,
      random,
    );
    expect(value).toBe(3);
    expect(low).toBeLessThan(3);
    expect(high).toBeGreaterThan(3);
    expect(() => estimateShare(0, 0)).toThrow(RangeError);
  });

  it('have intervals by parts that hold a mean about nineteen times of twenty', () => {
    const random = createRandom(6);
    const mean = (items: readonly number[]): number =>
      items.reduce((sum, one) => sum + one, 0) / items.length;
    const held = Array.from({ length: 300 }, () => {
      const { low, high } = estimateByParts(
        Array.from({ length: 40 }, () => random.next()),
        mean,
      );
      return low <= 0.5 && 0.5 <= high;
    });
    expect(held.filter(Boolean).length / held.length).toBeGreaterThan(0.9);
    expect(() => estimateByParts([1, 2], mean)).toThrow(RangeError);
  });
});
