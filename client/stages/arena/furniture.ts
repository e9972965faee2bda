/** Where everything stands in the theater of the arena, in the design pixels of each layout. */
import type { Box } from '../scene-kit/options.ts';
import type { SceneLayout } from '../scene-kit/options.ts';

export interface Theater {
  floorY: number;
  /** Height of the striped awning at the top. */
  awning: { height: number; stripes: number };
  /** The slip with the question; none where the panel says it already. */
  sign: Box | null;
  signPx: number;
  curtains: { a: Box; b: Box };
  papers: { a: Box; b: Box };
  answer: { sizePx: number; lineHeight: number; columns: number; lines: number };
  /** The round marks with A and B, and the eyes above each paper. */
  markPx: number;
  eyes: { width: number; up: number };
  /** The plaque with the name, at the lower edge of a paper. */
  plaque: { height: number; sizePx: number };
  jar: Box;
  confetti: { width: number; across: number; rise: number };
  countPx: number;
}

export const THEATERS: Record<SceneLayout, Theater> = {
  strip: {
    floorY: 146,
    awning: { height: 12, stripes: 12 },
    sign: null,
    signPx: 0,
    curtains: { a: { x: 6, y: 10, width: 128, height: 142 }, b: { x: 226, y: 10, width: 128, height: 142 } },
    papers: { a: { x: 14, y: 36, width: 112, height: 72 }, b: { x: 234, y: 36, width: 112, height: 72 } },
    answer: { sizePx: 11, lineHeight: 14, columns: 13, lines: 4 },
    markPx: 12,
    eyes: { width: 34, up: 14 },
    plaque: { height: 20, sizePx: 11 },
    jar: { x: 146, y: 84, width: 68, height: 51 },
    confetti: { width: 10, across: 5, rise: 8 },
    countPx: 12,
  },
  stage: {
    floorY: 640,
    awning: { height: 52, stripes: 12 },
    sign: { x: 110, y: 34, width: 660, height: 92 },
    signPx: 28,
    curtains: {
      a: { x: 26, y: 118, width: 400, height: 530 },
      b: { x: 454, y: 118, width: 400, height: 530 },
    },
    papers: {
      a: { x: 56, y: 222, width: 340, height: 244 },
      b: { x: 484, y: 222, width: 340, height: 244 },
    },
    answer: { sizePx: 21, lineHeight: 32, columns: 23, lines: 6 },
    markPx: 30,
    eyes: { width: 116, up: 26 },
    plaque: { height: 54, sizePx: 24 },
    jar: { x: 346, y: 566, width: 188, height: 141 },
    confetti: { width: 30, across: 5, rise: 21 },
    countPx: 24,
  },
  wall: {
    floorY: 920,
    awning: { height: 84, stripes: 18 },
    sign: { x: 420, y: 54, width: 1080, height: 130 },
    signPx: 46,
    curtains: {
      a: { x: 90, y: 170, width: 820, height: 770 },
      b: { x: 1010, y: 170, width: 820, height: 770 },
    },
    papers: {
      a: { x: 160, y: 310, width: 680, height: 350 },
      b: { x: 1080, y: 310, width: 680, height: 350 },
    },
    answer: { sizePx: 38, lineHeight: 54, columns: 27, lines: 5 },
    markPx: 52,
    eyes: { width: 190, up: 40 },
    plaque: { height: 84, sizePx: 40 },
    jar: { x: 810, y: 790, width: 300, height: 225 },
    confetti: { width: 48, across: 5, rise: 33 },
    countPx: 40,
  },
};
