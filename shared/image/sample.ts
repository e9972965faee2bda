/** Paints: from noise to pictures in a few steps (DDIM, Song et al., 2021), steered by guidance toward the caption. */

import { createRandom } from '../random.ts';
import { CHANNELS, PICTURE_VALUES, PIXELS } from './config.ts';
import { fillNoise, sharesAt } from './noise.ts';
import type { Painter } from './painter.ts';
import { channelOf, PATCH_ORDER, type Palette } from './pixels.ts';

export interface PaintOptions {
  palette: Palette;
  /** Numbers of the words of each picture's caption. */
  words: readonly (readonly number[])[];
  /** Steps from noise to picture, 1 to `MOST_STEPS`. */
  steps: number;
  /** How much further than the caption asks it goes its way: 0 ignores the caption, 1 follows it, more exaggerates. */
  guidance: number;
  seed: number;
  /** Numbers of words whose picture it goes away from (a negative prompt); it needs guidance above 1 to do so. */
  unlike?: readonly number[];
  /** Pictures to begin with instead of noise alone. */
  sketch?: Sketch;
  /** What is left of the noise, and what the painter sees behind it, after each step; both [pictures, PICTURE_VALUES]. */
  onStep?(noisy: Float32Array, seen: Float32Array): void;
}

interface Sketch {
  /** Colors' numbers row by row, one list for each caption. */
  pictures: readonly Uint8Array[];
  /** How much noise is laid over them, above 0 to 1: the more, the freer is what is painted (SDEdit, Meng et al., 2022). */
  noise: number;
  /** Pixels, row by row, that stay as they are: the rest is painted to fit (inpainting). */
  kept?: readonly boolean[];
}

const MOST_STEPS = 200;
const MOST_GUIDANCE = 20;

/** Pictures as colors' numbers row by row; the same options give the same. Throws a RangeError on what is out of range. */
export function paint(painter: Painter, options: PaintOptions): Uint8Array[] {
  const { palette, words, steps, guidance, seed, unlike = [], sketch, onStep } = options;
  if (!Number.isInteger(steps) || steps < 1 || steps > MOST_STEPS) {
    throw new RangeError(`paint: steps must be a whole number from 1 to ${MOST_STEPS}, not ${steps}`);
  }
  if (!(guidance >= 0 && guidance <= MOST_GUIDANCE)) {
    throw new RangeError(`paint: guidance must be from 0 to ${MOST_GUIDANCE}, not ${guidance}`);
  }
  if (words.length === 0) return [];
  if (sketch) checkSketch(sketch, words.length, palette);
  const values = new Float32Array(words.length * PICTURE_VALUES);
  const seen = new Float32Array(values.length);
  fillNoise(createRandom(seed), values);
  const begun = sketch ? valuesOf(sketch.pictures, palette) : null;
  const first = sketch?.noise ?? 1;
  if (begun) {
    const { signal, noise } = sharesAt(first);
    for (let i = 0; i < values.length; i++) values[i] = signal * begun[i] + noise * values[i];
  }
  for (let step = 0; step < steps; step++) {
    const time = first * (1 - step / steps);
    guess(painter, { palette, words, guidance, unlike }, values, time, seen);
    if (begun && sketch?.kept) copyKept(sketch.kept, begun, seen);
    const now = sharesAt(time);
    const next = sharesAt(first * (1 - (step + 1) / steps));
    for (let i = 0; i < values.length; i++) {
      const noise = (values[i] - now.signal * seen[i]) / now.noise;
      values[i] = next.signal * seen[i] + next.noise * noise;
    }
    onStep?.(values, seen);
  }
  return words.map((_, picture) =>
    nearestColors(seen.subarray(picture * PICTURE_VALUES, (picture + 1) * PICTURE_VALUES), palette),
  );
}

/** Throws a RangeError on a sketch that nothing can be painted from. */
function checkSketch({ pictures, noise, kept }: Sketch, captions: number, palette: Palette): void {
  if (pictures.length !== captions)
    throw new RangeError(`paint: ${captions} captions need as many sketches, got ${pictures.length}`);
  const isOdd = (picture: Uint8Array): boolean =>
    picture.length !== PIXELS || picture.some((color) => color >= palette.length);
  if (pictures.some(isOdd))
    throw new RangeError(`paint: a sketch is not ${PIXELS} pixels of ${palette.length} colors`);
  if (!(noise > 0 && noise <= 1))
    throw new RangeError(`paint: the noise over a sketch must be above 0 and at most 1, not ${noise}`);
  if (kept && kept.length !== PIXELS)
    throw new RangeError(`paint: what is kept must be said of ${PIXELS} pixels, not ${kept.length}`);
}

/** Red, green and blue of pictures' pixels, patch by patch. */
function valuesOf(pictures: readonly Uint8Array[], palette: Palette): Float32Array {
  return Float32Array.from(
    pictures.flatMap((picture) =>
      Array.from(PATCH_ORDER).flatMap((pixel) =>
        [0, 1, 2].map((channel) => channelOf(palette, picture[pixel], channel)),
      ),
    ),
  );
}

/** Whatever the painter sees there, what is kept is as it was. */
function copyKept(kept: readonly boolean[], begun: Float32Array, seen: Float32Array): void {
  for (let i = 0; i < seen.length; i++) {
    const at = Math.floor((i % PICTURE_VALUES) / CHANNELS);
    if (kept[PATCH_ORDER[at]]) seen[i] = begun[i];
  }
}

/**
 * Sets `seen` to the pictures that the painter sees behind the noise: what it sees without a caption, and from there
 * `guidance` times as far as the caption leads, but no brighter than white and no darker than black. With words that it shall
 * be unlike, it sets out from what it sees for these.
 */
function guess(
  painter: Painter,
  {
    palette,
    words,
    guidance,
    unlike,
  }: Pick<PaintOptions, 'palette' | 'words' | 'guidance'> & {
    unlike: readonly number[];
  },
  values: Float32Array,
  time: number,
  seen: Float32Array,
): void {
  const times = (count: number): Float32Array => new Float32Array(count).fill(time);
  if (guidance === 1) {
    expectColors(painter.predict({ values, times: times(words.length), words }), palette, seen);
    return;
  }
  const size = values.length;
  const twice = new Float32Array(2 * size);
  twice.set(values);
  twice.set(values, size);
  const asked = [...words, ...words.map(() => unlike)];
  const both = new Float32Array(2 * size);
  expectColors(painter.predict({ values: twice, times: times(asked.length), words: asked }), palette, both);
  for (let i = 0; i < size; i++) {
    const without = both[size + i];
    seen[i] = Math.max(-1, Math.min(1, without + guidance * (both[i] - without)));
  }
}

/** Sets each pixel to the mean of the colors by their probabilities. */
function expectColors(logits: Float32Array, palette: Palette, target: Float32Array): void {
  const colors = palette.length;
  const channels = palette.map((_, color) => [0, 1, 2].map((channel) => channelOf(palette, color, channel)));
  for (let pixel = 0; pixel < target.length / CHANNELS; pixel++) {
    const from = pixel * colors;
    let highest = -Infinity;
    for (let color = 0; color < colors; color++) highest = Math.max(highest, logits[from + color]);
    let sum = 0;
    const mean = [0, 0, 0];
    for (let color = 0; color < colors; color++) {
      const weight = Math.exp(logits[from + color] - highest);
      sum += weight;
      for (let channel = 0; channel < CHANNELS; channel++) mean[channel] += weight * channels[color][channel];
    }
    for (let channel = 0; channel < CHANNELS; channel++)
      target[pixel * CHANNELS + channel] = mean[channel] / sum;
  }
}

/** The color of the palette that is nearest to each pixel, row by row. */
function nearestColors(values: Float32Array, palette: Palette): Uint8Array {
  const result = new Uint8Array(PIXELS);
  PATCH_ORDER.forEach((pixel, at) => {
    const distances = palette.map((_, color) =>
      Math.hypot(
        ...[0, 1, 2].map((channel) => values[CHANNELS * at + channel] - channelOf(palette, color, channel)),
      ),
    );
    result[pixel] = distances.indexOf(Math.min(...distances));
  });
  return result;
}
