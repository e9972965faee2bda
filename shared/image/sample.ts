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
  /** What is left of the noise, and what the painter sees behind it, after each step; both [pictures, PICTURE_VALUES]. */
  onStep?(noisy: Float32Array, seen: Float32Array): void;
}

const MOST_STEPS = 200;
const MOST_GUIDANCE = 20;

/** Pictures as colors' numbers row by row; the same options give the same. Throws a RangeError on what is out of range. */
export function paint(painter: Painter, options: PaintOptions): Uint8Array[] {
  const { palette, words, steps, guidance, seed, onStep } = options;
  if (!Number.isInteger(steps) || steps < 1 || steps > MOST_STEPS) {
    throw new RangeError(`paint: steps must be a whole number from 1 to ${MOST_STEPS}, not ${steps}`);
  }
  if (!(guidance >= 0 && guidance <= MOST_GUIDANCE)) {
    throw new RangeError(`paint: guidance must be from 0 to ${MOST_GUIDANCE}, not ${guidance}`);
  }
  if (words.length === 0) return [];
  const values = new Float32Array(words.length * PICTURE_VALUES);
  const seen = new Float32Array(values.length);
  fillNoise(createRandom(seed), values);
  for (let step = 0; step < steps; step++) {
    const time = 1 - step / steps;
    guess(painter, { palette, words, guidance }, values, time, seen);
    const now = sharesAt(time);
    const next = sharesAt(1 - (step + 1) / steps);
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

/**
 * Sets `seen` to the pictures that the painter sees behind the noise: what it sees without a caption, and from there
 * `guidance` times as far as the caption leads, but no brighter than white and no darker than black.
 */
function guess(
  painter: Painter,
  { palette, words, guidance }: Pick<PaintOptions, 'palette' | 'words' | 'guidance'>,
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
  const asked = [...words, ...words.map(() => [])];
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
