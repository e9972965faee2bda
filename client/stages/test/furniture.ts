/** Where everything stands before the gate of the test stage, in the design pixels of each layout. */
import type { Box, SceneLayout } from '../scene-kit/options.ts';

export interface Yard {
  floorY: number;
  /** The board above the gate, in which the lamps sit. */
  board: Box;
  lamps: { across: number; size: number };
  posts: { left: Box; right: Box };
  /** The barrier between them: where it turns, how long and thick it is. */
  barrier: { x: number; y: number; length: number; thick: number };
  /** The capsule with the model, before the gate and behind it. */
  capsule: { width: number; height: number; y: number; inX: number; outX: number };
  stamp: Box;
  /** The slip with the counts. */
  plaque: Box;
  text: { stampPx: number; countPx: number };
}

export const YARDS: Record<SceneLayout, Yard> = {
  strip: {
    floorY: 138,
    board: { x: 112, y: 8, width: 136, height: 44 },
    lamps: { across: 8, size: 13 },
    posts: {
      left: { x: 118, y: 52, width: 12, height: 90 },
      right: { x: 230, y: 52, width: 12, height: 90 },
    },
    barrier: { x: 130, y: 104, length: 100, thick: 8 },
    capsule: { width: 58, height: 74, y: 74, inX: 26, outX: 278 },
    stamp: { x: 254, y: 14, width: 100, height: 26 },
    plaque: { x: 4, y: 14, width: 102, height: 40 },
    text: { stampPx: 11, countPx: 11 },
  },
  stage: {
    floorY: 640,
    board: { x: 190, y: 60, width: 500, height: 190 },
    lamps: { across: 8, size: 50 },
    posts: {
      left: { x: 214, y: 250, width: 40, height: 400 },
      right: { x: 626, y: 250, width: 40, height: 400 },
    },
    barrier: { x: 254, y: 500, length: 372, thick: 26 },
    capsule: { width: 190, height: 270, y: 396, inX: 16, outX: 676 },
    stamp: { x: 306, y: 300, width: 268, height: 72 },
    plaque: { x: 306, y: 668, width: 268, height: 74 },
    text: { stampPx: 30, countPx: 20 },
  },
  wall: {
    floorY: 900,
    board: { x: 560, y: 80, width: 800, height: 290 },
    lamps: { across: 8, size: 88 },
    posts: {
      left: { x: 600, y: 370, width: 64, height: 540 },
      right: { x: 1256, y: 370, width: 64, height: 540 },
    },
    barrier: { x: 664, y: 720, length: 592, thick: 40 },
    capsule: { width: 300, height: 420, y: 520, inX: 200, outX: 1420 },
    stamp: { x: 740, y: 440, width: 440, height: 110 },
    plaque: { x: 740, y: 930, width: 440, height: 110 },
    text: { stampPx: 46, countPx: 34 },
  },
};
