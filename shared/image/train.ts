/**
 * Teaches a painter to see pictures behind noise: denoising diffusion (Ho et al., 2020) with cross-entropy over the palette as
 * its loss (Dieleman et al., 2022), and now and then without a caption, so that it also learns to paint anything at all
 * (classifier-free guidance, Ho and Salimans, 2022).
 */

import type { Random } from '../random.ts';
import { CHANNELS, PICTURE_VALUES, PIXELS } from './config.ts';
import { fillNoise, sharesAt } from './noise.ts';
import type { Painter } from './painter.ts';
import { channelOf, PATCH_ORDER, type Palette } from './pixels.ts';

/** Pictures to learn from, with the numbers of their captions' words. */
export interface TrainingPictures {
  palette: Palette;
  /** Colors' numbers row by row, one list a picture. */
  pictures: readonly Uint8Array[];
  words: readonly (readonly number[])[];
}

/** The shape that learns most in a minute of one processor core (LOG.md). */
export const DEFAULT_PAINTER = { width: 64, layers: 4 };

const BATCH_PICTURES = 32;
/** Share of the pictures that are shown without their caption. */
const UNCAPTIONED_SHARE = 0.1;
const PEAK_RATE = 6e-3;
/** Below 1 it looks longer at much noise, where it is decided what a picture shows, than at little. */
const TIME_POWER = 0.6;
const WARM_UP = 0.03;
const PLATEAU = 0.3;
const FLOOR = 0.01;

/** The learning rate when this share of the training is over: a short warm-up, a plateau, a straight line down. */
function painterRate(progress: number): number {
  const coolDown = Math.min(1, (1 - progress) / (1 - PLATEAU));
  return PEAK_RATE * Math.max(FLOOR, Math.min(1, progress / WARM_UP, coolDown));
}

/** Throws a RangeError that says what is wrong with the pictures. */
function checkPictures({ palette, pictures, words }: TrainingPictures): void {
  if (pictures.length < 2) {
    throw new RangeError(`painter: needs at least 2 pictures to learn from, got ${pictures.length}`);
  }
  if (words.length !== pictures.length) {
    throw new RangeError(`painter: ${pictures.length} pictures, but ${words.length} captions`);
  }
  if (!words.some((one) => one.length > 0)) {
    throw new RangeError('painter: no picture has a caption that says anything');
  }
  const odd = pictures.findIndex(
    (picture) => picture.length !== PIXELS || picture.some((color) => color >= palette.length),
  );
  if (odd >= 0)
    throw new RangeError(`painter: picture ${odd} is not ${PIXELS} pixels of ${palette.length} colors`);
}

/** How far a training is. */
export interface TrainingProgress {
  /** From 1. */
  step: number;
  /** In nats a pixel. */
  loss: number;
}

/**
 * Trains step by step until `progressOf`, asked before each step with the number of those done, says 1: by steps, or by a
 * clock. Throws a RangeError on pictures that nothing can be learned from.
 */
export function* trainPainter(
  painter: Painter,
  pictures: TrainingPictures,
  random: Random,
  progressOf: (stepsDone: number) => number,
): Generator<TrainingProgress, void> {
  checkPictures(pictures);
  for (let step = 1; ; step++) {
    const progress = progressOf(step - 1);
    if (!(progress < 1)) return;
    yield { step, loss: trainStep(painter, pictures, random, progress) };
  }
}

/** One step on a batch of chance pictures with chance noise, when this share of the training is over; returns its loss. */
function trainStep(
  painter: Painter,
  { palette, pictures, words }: TrainingPictures,
  random: Random,
  progress: number,
): number {
  const values = new Float32Array(BATCH_PICTURES * PICTURE_VALUES);
  const colors = new Uint8Array(BATCH_PICTURES * PIXELS);
  const times = new Float32Array(BATCH_PICTURES);
  const told: (readonly number[])[] = [];
  fillNoise(random, values);
  for (let row = 0, i = 0; row < BATCH_PICTURES; row++) {
    const chosen = random.int(pictures.length);
    told.push(random.chance(UNCAPTIONED_SHARE) ? [] : words[chosen]);
    /* One moment from each equal part of the time, so that no batch lacks any degree of noise. */
    times[row] = ((row + random.next()) / BATCH_PICTURES) ** TIME_POWER;
    const { signal, noise } = sharesAt(times[row]);
    for (let at = 0; at < PIXELS; at++) {
      const color = pictures[chosen][PATCH_ORDER[at]];
      colors[row * PIXELS + at] = color;
      for (let channel = 0; channel < CHANNELS; channel++, i++) {
        values[i] = signal * channelOf(palette, color, channel) + noise * values[i];
      }
    }
  }
  const update = { learningRate: painterRate(progress), weightDecay: 0, clipNorm: 1 };
  return painter.step({ values, times, words: told }, colors, update);
}
