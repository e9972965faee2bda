/** The shape of a painter: a network that guesses which picture lies behind noise, told by the words of a caption what it shows. */

/** Pixels of a side, and of a patch's side; a picture is a grid of patches. */
export const SIDE = 16;
export const PATCH = 4;
export const PIXELS = SIDE * SIDE;
/** Patches of a picture, and pixels of a patch. */
export const PATCHES = (SIDE / PATCH) ** 2;
export const PATCH_PIXELS = PATCH * PATCH;
/** Red, green and blue. */
export const CHANNELS = 3;
/** Numbers of a patch, and of a picture. */
export const PATCH_VALUES = PATCH_PIXELS * CHANNELS;
export const PICTURE_VALUES = PIXELS * CHANNELS;

export interface PainterConfig {
  /** Words that a caption may hold. */
  words: number;
  /** Colors of the palette, a multiple of 4. */
  colors: number;
  /** Numbers that stand for a patch inside the network, a multiple of 4. */
  width: number;
  layers: number;
}

const LIMITS: Readonly<Record<keyof PainterConfig, number>> = {
  words: 1024,
  colors: 256,
  width: 1024,
  layers: 16,
};

/** Throws a RangeError that says which number is wrong. */
export function validatePainterConfig(config: PainterConfig): void {
  for (const name of ['words', 'colors', 'width', 'layers'] as const) {
    const value = config[name];
    if (!Number.isInteger(value) || value < 1 || value > LIMITS[name]) {
      throw new RangeError(
        `painter: ${name} must be a whole number from 1 to ${LIMITS[name]}, not ${String(value)}`,
      );
    }
  }
  for (const name of ['colors', 'width'] as const) {
    if (config[name] % 4 !== 0) {
      throw new RangeError(`painter: ${name} must be a multiple of 4, not ${config[name]}`);
    }
  }
}
