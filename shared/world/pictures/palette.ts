/** The sixteen colors that every picture of the world is made of, and a picture as their numbers. */

/** Pixels of a picture's side. */
export const SIDE = 16;
export const PIXELS = SIDE * SIDE;

/** One number of a color for each pixel, row by row from the top left. */
export type Picture = Uint8Array;

export const COLORS = [
  'ink',
  'paper',
  'sand',
  'brown',
  'red',
  'orange',
  'yellow',
  'green',
  'moss',
  'sky',
  'blue',
  'purple',
  'pink',
  'light skin',
  'dark skin',
  'gray',
] as const;
export type Color = (typeof COLORS)[number];

const HEX: Readonly<Record<Color, number>> = {
  ink: 0x1d2433,
  paper: 0xf7f2e8,
  sand: 0xe3cfa4,
  brown: 0x74452a,
  red: 0xd1402f,
  orange: 0xe58a2b,
  yellow: 0xf4c93c,
  green: 0x46a35a,
  moss: 0x1f6b4a,
  sky: 0xa9d3e8,
  blue: 0x2f6fb8,
  purple: 0x86529f,
  pink: 0xe9a6b3,
  'light skin': 0xf6b88c,
  'dark skin': 0xa76a45,
  gray: 0x9aa0a6,
};

/** Red, green and blue of each color, 0 to 255. */
export const PALETTE: readonly (readonly [number, number, number])[] = COLORS.map((name) => [
  HEX[name] >> 16,
  (HEX[name] >> 8) & 0xff,
  HEX[name] & 0xff,
]);

/** One hexadecimal digit for each pixel. */
export function hexOf(picture: Picture): string {
  return Array.from(picture, (color) => color.toString(16)).join('');
}

const NUMBERS = new Map(COLORS.map((name, number) => [name, number]));

export function numberOf(color: Color): number {
  return NUMBERS.get(color) ?? 0;
}
