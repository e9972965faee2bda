/** Where everything stands in the gallery of the align stage, in the design pixels of each layout. */
import type { Box } from '../scene-kit/options.ts';
import type { SceneLayout } from '../scene-kit/options.ts';

export interface Gallery {
  floorY: number;
  /** Corners and width of the two pedestals. */
  pedestals: { a: { x: number; y: number }; b: { x: number; y: number }; width: number };
  /** The papers that stand on them. */
  papers: { a: Box; b: Box };
  answer: { headPx: number; sizePx: number; lineHeight: number; columns: number; lines: number };
  /** The pan that hangs between them, and the string above it. */
  pan: { x: number; y: number; width: number };
  thumb: { width: number; across: number; rise: number };
  /** The slip with the numbers, below the pan. */
  plaque: Box;
  text: { votesPx: number; smallPx: number };
}

export const GALLERIES: Record<SceneLayout, Gallery> = {
  strip: {
    floorY: 136,
    pedestals: { a: { x: 22, y: 92 }, b: { x: 272, y: 92 }, width: 66 },
    papers: { a: { x: 6, y: 14, width: 104, height: 76 }, b: { x: 250, y: 14, width: 104, height: 76 } },
    answer: { headPx: 11, sizePx: 11, lineHeight: 14, columns: 13, lines: 3 },
    pan: { x: 126, y: 6, width: 108 },
    thumb: { width: 13, across: 7, rise: 8 },
    plaque: { x: 118, y: 116, width: 124, height: 40 },
    text: { votesPx: 14, smallPx: 11 },
  },
  stage: {
    floorY: 612,
    pedestals: { a: { x: 66, y: 414 }, b: { x: 612, y: 414 }, width: 204 },
    papers: {
      a: { x: 34, y: 172, width: 268, height: 252 },
      b: { x: 578, y: 172, width: 268, height: 252 },
    },
    answer: { headPx: 22, sizePx: 19, lineHeight: 29, columns: 19, lines: 6 },
    pan: { x: 320, y: 120, width: 240 },
    thumb: { width: 34, across: 6, rise: 20 },
    plaque: { x: 316, y: 470, width: 250, height: 120 },
    text: { votesPx: 34, smallPx: 17 },
  },
  wall: {
    floorY: 880,
    pedestals: { a: { x: 230, y: 564 }, b: { x: 1360, y: 564 }, width: 330 },
    papers: {
      a: { x: 130, y: 190, width: 530, height: 392 },
      b: { x: 1260, y: 190, width: 530, height: 392 },
    },
    answer: { headPx: 36, sizePx: 34, lineHeight: 50, columns: 22, lines: 6 },
    pan: { x: 740, y: 120, width: 440 },
    thumb: { width: 60, across: 6, rise: 36 },
    plaque: { x: 730, y: 640, width: 460, height: 200 },
    text: { votesPx: 60, smallPx: 30 },
  },
};
