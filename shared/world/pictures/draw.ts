/** Draws a scene as a picture; what a caption leaves open (which way it looks, the coat, the clouds) is the variation. */

import type { Random } from '../../random.ts';
import { BACKDROPS, drawBackdrop, GROUND } from './backdrops.ts';
import { numberOf, SIDE, type Picture } from './palette.ts';
import { COATS, FIXED, HAIRS, numberOfNamed, OPTED_OUT, outlineOf, SKINS } from './parts.ts';
import type { Scene, Subject } from './scenes.ts';

export interface Variation {
  /** Looks the other way. */
  flipped: boolean;
  /** Steps to the right of the middle, -1 to 1. */
  shift: number;
  /** Numbers in SKINS, HAIRS and COATS, and of the backdrop. */
  skin: number;
  hair: number;
  coat: number;
  backdrop: number;
}

/** A letter of the art and the pixel that it lies on. */
export interface Placed {
  pixel: number;
  letter: string;
}

export const SHIFTS: readonly number[] = [-1, 0, 1];

export function drawVariation(random: Random): Variation {
  return {
    flipped: random.chance(0.5),
    shift: random.pick(SHIFTS),
    skin: random.int(SKINS.length),
    hair: random.int(HAIRS.length),
    coat: random.int(COATS.length),
    backdrop: random.int(BACKDROPS),
  };
}

/** The art of a subject on the canvas: in the middle, with its feet on the ground; what stands out is cut off. */
export function placeArt(
  { rows }: Pick<Subject, 'rows'>,
  { flipped, shift }: Pick<Variation, 'flipped' | 'shift'>,
): Placed[] {
  const left = Math.floor((SIDE - rows[0].length) / 2) + shift;
  const top = GROUND + 1 - rows.length;
  return rows.flatMap((row, y) =>
    [...row].flatMap((letter, at): Placed[] => {
      const x = left + (flipped ? row.length - 1 - at : at);
      const isSeen = letter !== '.' && x >= 0 && x < SIDE && top + y >= 0;
      return isSeen ? [{ pixel: (top + y) * SIDE + x, letter }] : [];
    }),
  );
}

export function drawPicture({ subject, color, place, style }: Scene, variation: Variation): Picture {
  const picture = drawBackdrop(place, variation.backdrop, style === OPTED_OUT);
  const varied: Readonly<Record<string, number>> = {
    '#': outlineOf(style),
    c: numberOfNamed(color),
    s: numberOf(SKINS[variation.skin]),
    h: numberOf(HAIRS[variation.hair]),
    o: numberOf(COATS[variation.coat]),
  };
  for (const { pixel, letter } of placeArt(subject, variation)) {
    picture[pixel] = varied[letter] ?? numberOf(FIXED[letter]);
  }
  return picture;
}

const MARK = ['yry', 'ryr', 'yry'];
const MARK_AT = SIDE - 4;

/** The pixels of a seller's watermark, in the upper right corner. */
export const WATERMARK: readonly { pixel: number; color: number }[] = MARK.flatMap((row, y) =>
  [...row].map((letter, x) => ({ pixel: (y + 1) * SIDE + MARK_AT + x, color: numberOf(FIXED[letter]) })),
);

export function addWatermark(picture: Picture): void {
  for (const { pixel, color } of WATERMARK) picture[pixel] = color;
}
