import { beforeAll, describe, expect, it } from 'vitest';
import { createWasmHost } from '../nn/wasm/host.ts';
import { createRandom } from '../random.ts';
import { PIXELS, SIDE } from './config.ts';
import { sharesAt } from './noise.ts';
import { Painter } from './painter.ts';
import { channelOf, PATCH_ORDER, readPixels, type Palette } from './pixels.ts';
import { paint, type PaintOptions } from './sample.ts';
import { trainPainter, type TrainingPictures } from './train.ts';

/** Black, red, green, blue. */
const PALETTE: Palette = [
  [0, 0, 0],
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
];

/** A square of a color, somewhere on black; the caption's one word is the color. */
function squares(count: number): TrainingPictures {
  const random = createRandom(1);
  const made = Array.from({ length: count }, () => {
    const color = 1 + random.int(3);
    const [left, top] = [random.int(2) * 8, random.int(2) * 8];
    const picture = Uint8Array.from({ length: PIXELS }, (_, pixel) => {
      const [x, y] = [pixel % SIDE, Math.floor(pixel / SIDE)];
      return x >= left && x < left + 8 && y >= top && y < top + 8 ? color : 0;
    });
    return { picture, words: [color - 1] };
  });
  return {
    palette: PALETTE,
    pictures: made.map(({ picture }) => picture),
    words: made.map(({ words }) => words),
  };
}

async function newPainter(): Promise<Painter> {
  return new Painter({ words: 3, colors: 4, width: 32, layers: 2 }, await createWasmHost());
}

describe('a painter of colored squares', () => {
  let painter: Painter;
  let losses: number[];
  beforeAll(async () => {
    painter = await newPainter();
    losses = [...trainPainter(painter, squares(200), createRandom(2), (done) => done / 300)].map(
      ({ loss }) => loss,
    );
  });
  const options = (change: Partial<PaintOptions> = {}): PaintOptions => ({
    palette: PALETTE,
    words: [[0], [1], [2], [0], [1], [2]],
    steps: 10,
    guidance: 2,
    seed: 1,
    ...change,
  });
  /** How many pixels of each color. */
  const histogram = (picture: Uint8Array): number[] =>
    PALETTE.map((_, color) => picture.filter((pixel) => pixel === color).length);

  it('learns', () => {
    expect(losses).toHaveLength(300);
    expect(losses[0]).toBeGreaterThan(1);
    expect(losses[299]).toBeLessThan(0.2);
  });

  it('paints the color that it is asked for, on black, and little else', () => {
    paint(painter, options()).forEach((picture, i) => {
      const counts = histogram(picture);
      const asked = 1 + (i % 3);
      expect(counts[asked]).toBeGreaterThan(40);
      expect(counts[0] + counts[asked]).toBeGreaterThan(0.97 * PIXELS);
    });
  });

  it('paints the same for the same seed and another for another', () => {
    expect(paint(painter, options())).toEqual(paint(painter, options()));
    expect(paint(painter, options({ seed: 2 }))).not.toEqual(paint(painter, options()));
  });

  it('shows how the noise clears: step by step nearer to the picture', () => {
    const distances: number[] = [];
    const [picture] = paint(
      painter,
      options({
        words: [[1]],
        onStep: (noisy) => {
          const finished = paint(painter, options({ words: [[1]] }))[0];
          const difference = PATCH_ORDER.reduce(
            (sum, pixel, at) => sum + Math.abs(noisy[3 * at + 1] - channelOf(PALETTE, finished[pixel], 1)),
            0,
          );
          distances.push(difference / PIXELS);
          expect(readPixels(noisy)).toHaveLength(3 * PIXELS);
        },
      }),
    );
    expect(picture).toHaveLength(PIXELS);
    expect(distances).toHaveLength(10);
    expect(distances[0]).toBeGreaterThan(0.5);
    expect(distances[9]).toBeLessThan(0.1);
  });

  /** A blue square, upper left. */
  const sketch = Uint8Array.from({ length: PIXELS }, (_, at) => (at % SIDE < 8 && at < PIXELS / 2 ? 3 : 0));
  const sketches = options().words.map(() => sketch);

  it('paints on from a sketch: near it with little noise, as the caption says with much', () => {
    const blues = (noise: number): number =>
      histogram(paint(painter, options({ words: [[0]], sketch: { pictures: [sketch], noise } }))[0])[3];
    expect(blues(0.1)).toBeGreaterThan(50);
    expect(blues(1)).toBeLessThan(10);
  });

  it('leaves what is kept of a sketch as it was, and paints the rest', () => {
    const kept = Array.from({ length: PIXELS }, (_, at) => at >= PIXELS / 2);
    const painted = paint(painter, options({ sketch: { pictures: sketches, noise: 1, kept } }));
    for (const picture of painted) expect(picture.slice(PIXELS / 2)).toEqual(sketch.slice(PIXELS / 2));
    expect(histogram(painted[0].slice(0, PIXELS / 2))[1]).toBeGreaterThan(20);
  });

  it('goes away from what it shall be unlike', () => {
    const reds = (change: Partial<PaintOptions>): number =>
      paint(painter, options({ words: Array.from({ length: 12 }, () => []), ...change }))
        .map((picture) => histogram(picture)[1])
        .reduce((sum, count) => sum + count);
    expect(reds({ unlike: [0] })).toBeLessThan(0.5 * reds({}));
  });

  it.each([
    ['no steps', { steps: 0 }],
    ['half a step', { steps: 1.5 }],
    ['guidance that is no number', { guidance: NaN }],
    ['guidance beyond reason', { guidance: 1000 }],
    ['a word that it does not know', { words: [[3]] }],
    ['a sketch too few', { sketch: { pictures: sketches.slice(1), noise: 1 } }],
    [
      'a sketch of another size',
      { sketch: { pictures: [...sketches.slice(1), new Uint8Array(9)], noise: 1 } },
    ],
    ['a sketch under no noise', { sketch: { pictures: sketches, noise: 0 } }],
    ['a mask of another size', { sketch: { pictures: sketches, noise: 1, kept: [true] } }],
  ])('refuses %s', (_, change) => {
    expect(() => paint(painter, options(change))).toThrow(RangeError);
  });

  it('paints nothing when nothing is asked for', () => {
    expect(paint(painter, options({ words: [] }))).toEqual([]);
  });
});

describe('training', () => {
  const good = squares(4);
  it.each<[string, Partial<TrainingPictures>, string]>([
    ['no pictures', { pictures: [], words: [] }, 'at least 2 pictures'],
    ['one picture', { pictures: good.pictures.slice(0, 1), words: [[0]] }, 'at least 2 pictures'],
    ['captions that say nothing', { words: good.words.map(() => []) }, 'no picture has a caption'],
    ['a caption too few', { words: good.words.slice(1) }, '4 pictures, but 3 captions'],
    [
      'a picture of another size',
      { pictures: [...good.pictures.slice(1), new Uint8Array(9)] },
      'picture 3 is not',
    ],
    [
      'a color that the palette lacks',
      { pictures: good.pictures.map((one) => one.map(() => 7)) },
      'picture 0 is not',
    ],
  ])('refuses %s in a sentence, and teaches nothing', async (_, wrong, says) => {
    const painter = await newPainter();
    const before = painter.weights();
    expect(() => [...trainPainter(painter, { ...good, ...wrong }, createRandom(1), () => 0)]).toThrow(says);
    expect(painter.weights()).toEqual(before);
  });
});

describe('the schedule of noise', () => {
  it('goes from picture to noise and keeps the variance', () => {
    expect(sharesAt(0)).toEqual({ signal: 1, noise: 0 });
    expect(sharesAt(1).noise).toBe(1);
    for (const time of [0, 0.3, 0.7, 1]) {
      const { signal, noise } = sharesAt(time);
      expect(signal ** 2 + noise ** 2).toBeCloseTo(1, 10);
    }
  });
});
