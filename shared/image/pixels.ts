/** Pictures as numbers of a palette, as red, green and blue from -1 to 1 patch by patch, and back. */

import { CHANNELS, PATCH, PATCH_PIXELS, PATCHES, PIXELS, SIDE } from './config.ts';

/** Red, green and blue of each color, 0 to 255. */
export type Palette = readonly (readonly [number, number, number])[];

/** The pixel (row by row) that comes at each place when pictures are read patch by patch, which is the network's order. */
export const PATCH_ORDER = Int32Array.from({ length: PIXELS }, (_, at) => {
  const patch = Math.floor(at / PATCH_PIXELS);
  const inside = at % PATCH_PIXELS;
  const x = (patch % (SIDE / PATCH)) * PATCH + (inside % PATCH);
  const y = Math.floor(patch / (SIDE / PATCH)) * PATCH + Math.floor(inside / PATCH);
  return y * SIDE + x;
});

/** A color's red, green or blue from -1 to 1. */
export function channelOf(palette: Palette, color: number, channel: number): number {
  return palette[color][channel] / 127.5 - 1;
}

/** Red, green and blue of each pixel, 0 to 255, row by row: for showing a picture while it clears. */
export function readPixels(values: Float32Array): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(values.length);
  PATCH_ORDER.forEach((pixel, at) => {
    for (let channel = 0; channel < CHANNELS; channel++) {
      pixels[CHANNELS * pixel + channel] = (values[CHANNELS * at + channel] + 1) * 127.5;
    }
  });
  return pixels;
}

/**
 * Where a picture's patch lies in the order that the network works in: all pictures' first patches before all second ones,
 * each of `size` numbers.
 */
function patchPlace(picture: number, patch: number, pictures: number, size: number): number {
  return (patch * pictures + picture) * size;
}

/** Copies [pictures, PATCHES, size] into the network's order. */
export function toPatchMajor(
  source: ArrayLike<number>,
  pictures: number,
  size: number,
  target: Float32Array | Int32Array,
  at: number,
): void {
  for (let picture = 0, from = 0; picture < pictures; picture++) {
    for (let patch = 0; patch < PATCHES; patch++) {
      const to = at + patchPlace(picture, patch, pictures, size);
      for (let i = 0; i < size; i++, from++) target[to + i] = source[from];
    }
  }
}

/** Copies the network's order at an offset into [pictures, PATCHES, size]. */
export function fromPatchMajor(
  source: Float32Array,
  at: number,
  pictures: number,
  size: number,
): Float32Array {
  const result = new Float32Array(pictures * PATCHES * size);
  for (let picture = 0; picture < pictures; picture++) {
    for (let patch = 0; patch < PATCHES; patch++) {
      const from = at + patchPlace(picture, patch, pictures, size);
      result.set(source.subarray(from, from + size), (picture * PATCHES + patch) * size);
    }
  }
  return result;
}
