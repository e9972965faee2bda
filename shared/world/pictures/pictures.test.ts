import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { createWorld } from '../world.ts';
import { PLACES } from './backdrops.ts';
import { drawPicture, drawVariation } from './draw.ts';
import { COLORS, PALETTE, PIXELS } from './palette.ts';
import { STYLES } from './parts.ts';
import { CLEAN_PICTURES, makePictures, POSTERS } from './pictures.ts';
import { portraitOf } from './portrait.ts';
import { createRecognizer, showsScene } from './recognize.ts';
import { captionVocabulary, captionWords, drawScene, subjectsOf } from './scenes.ts';

const SEEDS = [1, 2, 3, 4, 5];
const share = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  items.filter(holds).length / items.length;

describe('pictures of a world', () => {
  it('are the same for a seed and others for another', () => {
    const world = createWorld(1);
    const pictures = makePictures(world, 20, CLEAN_PICTURES, 1);
    expect(makePictures(world, 20, CLEAN_PICTURES, 1)).toEqual(pictures);
    expect(makePictures(world, 20, CLEAN_PICTURES, 2)).not.toEqual(pictures);
  });

  it('are sixteen by sixteen pixels of sixteen colors', () => {
    for (const { picture } of makePictures(createWorld(2), 200, CLEAN_PICTURES, 1)) {
      expect(picture).toHaveLength(PIXELS);
      expect(Math.max(...picture)).toBeLessThan(COLORS.length);
    }
  });

  it.each(SEEDS)(
    'show people of both folks, animals, dishes and buildings in the world of seed %i',
    (seed) => {
      const subjects = subjectsOf(createWorld(seed));
      expect(subjects).toHaveLength(15);
      expect(new Set(subjects.map(({ name }) => name)).size).toBe(15);
      for (const { rows } of subjects) expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    },
  );

  it('have colors that the eye tells apart', () => {
    const distances = PALETTE.flatMap((one, at) =>
      PALETTE.slice(at + 1).map((other) =>
        Math.hypot(...one.map((value, channel) => value - other[channel])),
      ),
    );
    expect(Math.min(...distances)).toBeGreaterThan(30);
  });

  it('have captions of words that the vocabulary lists', () => {
    const world = createWorld(3);
    const vocabulary = captionVocabulary(world);
    const captions = makePictures(world, 500, { ...CLEAN_PICTURES, optedOutRate: 0.3 }, 1).map(
      ({ caption }) => caption,
    );
    expect(captions[0]).toMatch(/^an? [\w ]+ with an? \w+ \w+ at the \w+/);
    const words = new Set(captions.flatMap(captionWords));
    expect([...words].filter((word) => !vocabulary.includes(word))).toEqual([]);
    expect(vocabulary.filter((word) => !words.has(word))).toEqual([]);
  });

  it('repeat a few posters where the knob says so', () => {
    const world = createWorld(1);
    const distinct = (duplicateRate: number): number =>
      new Set(
        makePictures(world, 400, { ...CLEAN_PICTURES, duplicateRate }, 1).map(({ picture }) =>
          picture.join(),
        ),
      ).size;
    expect(distinct(0)).toBeGreaterThan(395);
    expect(distinct(1)).toBe(POSTERS);
  });

  it.each([
    ['a count that is no number', NaN, {}],
    ['no pictures', 0, {}],
    ['more than all', 10, { watermarkRate: 1.1 }],
    ['a share that is no number', 10, { skew: NaN }],
  ])('are not made of %s', (_, count, knobs) => {
    expect(() => makePictures(createWorld(1), count, { ...CLEAN_PICTURES, ...knobs }, 1)).toThrow(RangeError);
  });
});

describe('the recognizer', () => {
  it.each(SEEDS)('names nearly every clean picture of the world of seed %i', (seed) => {
    const world = createWorld(seed);
    const recognize = createRecognizer(subjectsOf(world));
    const pictures = makePictures(world, 400, { ...CLEAN_PICTURES, optedOutRate: 0.3 }, 1);
    expect(
      share(pictures, ({ picture, scene }) => showsScene(recognize(picture), scene)),
    ).toBeGreaterThanOrEqual(0.99);
  });

  it('sees nothing in noise', () => {
    const random = createRandom(7);
    const recognize = createRecognizer(subjectsOf(createWorld(1)));
    for (let i = 0; i < 200; i++) {
      const noise = Uint8Array.from({ length: PIXELS }, () => random.int(COLORS.length));
      expect(recognize(noise)).toEqual({
        subject: null,
        color: null,
        place: null,
        style: null,
        watermarked: false,
      });
    }
  });

  it('sees no subject in an empty place', () => {
    const world = createWorld(1);
    const recognize = createRecognizer(subjectsOf(world));
    const nobody = { name: 'nobody', part: 'hat', rows: ['.'] };
    for (const place of PLACES) {
      for (let backdrop = 0; backdrop < 8; backdrop++) {
        const variation = { flipped: false, shift: 0, skin: 0, hair: 0, coat: 0, backdrop };
        const picture = drawPicture({ subject: nobody, color: 'red', place, style: 'plain' }, variation);
        expect(recognize(picture).subject).toBeNull();
      }
    }
  });

  it('still names a picture of which a tenth of the pixels are wrong', () => {
    const world = createWorld(4);
    const random = createRandom(3);
    const recognize = createRecognizer(subjectsOf(world));
    const pictures = makePictures(world, 200, CLEAN_PICTURES, 1);
    const named = share(pictures, ({ picture, scene }) =>
      showsScene(
        recognize(picture.map((color) => (random.chance(0.1) ? random.int(COLORS.length) : color))),
        scene,
      ),
    );
    expect(named).toBeGreaterThan(0.9);
  });

  it('tells marks, the private face and the manner of who opted out', () => {
    const world = createWorld(5);
    const portrait = portraitOf(world);
    const recognize = createRecognizer([...subjectsOf(world), portrait]);
    const knobs = { ...CLEAN_PICTURES, watermarkRate: 0.5, privateRate: 0.2, optedOutRate: 0.5 };
    const pictures = makePictures(world, 300, knobs, 1);
    const right = share(pictures, ({ picture, scene, watermarked }) => {
      const seen = recognize(picture);
      return (
        seen.watermarked === watermarked && seen.subject === scene.subject.name && seen.style === scene.style
      );
    });
    expect(right).toBeGreaterThanOrEqual(0.99);
    expect(share(pictures, ({ scene }) => scene.subject.name === portrait.name)).toBeCloseTo(0.2, 1);
  });

  it('names each subject in each manner', () => {
    const random = createRandom(9);
    const subjects = subjectsOf(createWorld(6));
    const recognize = createRecognizer(subjects);
    for (const subject of subjects) {
      for (const style of STYLES) {
        const scene = { ...drawScene(random, [subject], [style]) };
        const seen = recognize(drawPicture(scene, drawVariation(random)));
        expect([seen.subject, seen.style]).toEqual([subject.name, style]);
      }
    }
  });
});
