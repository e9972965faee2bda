/** What each letter of the art stands for, and the colors that it may have. */

import { numberOf, type Color } from './palette.ts';

/** Colors that a caption can name. */
export const NAMED_COLORS = ['red', 'yellow', 'blue', 'green', 'white'] as const;
export type NamedColor = (typeof NAMED_COLORS)[number];

/** A manner of drawing is seen by its outline. The last is that of an invented painter, who wants no machine to learn it. */
export const STYLES = ['plain', 'sepia', 'fennick'] as const;
export type Style = (typeof STYLES)[number];
export const OPTED_OUT: Style = 'fennick';

const OUTLINES: Readonly<Record<Style, Color>> = { plain: 'ink', sepia: 'brown', fennick: 'purple' };

export const SKINS: readonly Color[] = ['light skin', 'dark skin'];
export const HAIRS: readonly Color[] = ['ink', 'brown', 'orange'];
export const COATS: readonly Color[] = ['gray', 'sand', 'pink'];

export function outlineOf(style: Style): number {
  return numberOf(OUTLINES[style]);
}

/** White is the paper's. */
export function numberOfNamed(color: NamedColor): number {
  return numberOf(color === 'white' ? 'paper' : color);
}

/** Letters that are the same color in every picture. */
export const FIXED: Readonly<Record<string, Color>> = {
  k: 'ink',
  w: 'paper',
  n: 'sand',
  b: 'brown',
  r: 'red',
  a: 'orange',
  y: 'yellow',
  g: 'green',
  m: 'moss',
  u: 'blue',
  d: 'dark skin',
  i: 'pink',
  e: 'gray',
  p: 'ink',
};

/** The colors that a letter may have in some picture. */
export const ALLOWED: Readonly<Record<string, readonly number[]>> = {
  ...Object.fromEntries(Object.entries(FIXED).map(([letter, color]) => [letter, [numberOf(color)]])),
  '#': STYLES.map(outlineOf),
  c: NAMED_COLORS.map(numberOfNamed),
  s: SKINS.map(numberOf),
  h: HAIRS.map(numberOf),
  o: COATS.map(numberOf),
};

/** What is in a picture, in kinds. */
export const SUBJECT_KINDS = ['people', 'animals', 'dishes', 'buildings'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
