/** Where everything stands in the classroom, in the design pixels of each layout. */
import type { Box } from '../scene-kit/options.ts';
import type { SceneLayout } from '../scene-kit/options.ts';

export interface Classroom {
  floorY: number;
  board: Box;
  /** The two answers pinned to the board: before and after. */
  answers: { base: Box; tuned: Box };
  answer: { headPx: number; sizePx: number; lineHeight: number; columns: number; lines: number };
  stars: { x: number; y: number; size: number; pitch: number; sizePx: number };
  pupil: { x: number; y: number; width: number };
  desk: { x: number; y: number; width: number };
  table: { x: number; y: number; width: number };
  /** The flash card on top of the pile; null where there is only room for the pile. */
  card: Box | null;
  /** `most` is how many cards the pile shows; more are only counted. */
  pile: { x: number; y: number; width: number; thick: number; most: number };
  text: { cardPx: number; countPx: number };
}

export const CLASSROOMS: Record<SceneLayout, Classroom> = {
  strip: {
    floorY: 132,
    board: { x: 88, y: 10, width: 266, height: 104 },
    answers: {
      base: { x: 94, y: 15, width: 124, height: 70 },
      tuned: { x: 224, y: 15, width: 124, height: 70 },
    },
    answer: { headPx: 11, sizePx: 11, lineHeight: 14, columns: 16, lines: 3 },
    stars: { x: 96, y: 93, size: 15, pitch: 17, sizePx: 12 },
    pupil: { x: 6, y: 44, width: 78 },
    desk: { x: 0, y: 120, width: 112 },
    table: { x: 216, y: 130, width: 136 },
    card: null,
    pile: { x: 306, y: 131, width: 54, thick: 3.6, most: 3 },
    text: { cardPx: 11, countPx: 11 },
  },
  stage: {
    floorY: 610,
    board: { x: 60, y: 92, width: 760, height: 320 },
    answers: {
      base: { x: 90, y: 122, width: 336, height: 206 },
      tuned: { x: 454, y: 122, width: 336, height: 206 },
    },
    answer: { headPx: 20, sizePx: 19, lineHeight: 29, columns: 25, lines: 5 },
    stars: { x: 96, y: 344, size: 42, pitch: 46, sizePx: 24 },
    pupil: { x: 96, y: 438, width: 214 },
    desk: { x: 24, y: 626, width: 356 },
    table: { x: 436, y: 626, width: 420 },
    card: { x: 468, y: 466, width: 356, height: 132 },
    pile: { x: 646, y: 626, width: 366, thick: 5, most: 9 },
    text: { cardPx: 19, countPx: 17 },
  },
  wall: {
    floorY: 850,
    board: { x: 180, y: 100, width: 1560, height: 490 },
    answers: {
      base: { x: 230, y: 142, width: 706, height: 322 },
      tuned: { x: 984, y: 142, width: 706, height: 322 },
    },
    answer: { headPx: 34, sizePx: 34, lineHeight: 50, columns: 30, lines: 4 },
    stars: { x: 240, y: 490, size: 68, pitch: 78, sizePx: 42 },
    pupil: { x: 250, y: 612, width: 310 },
    desk: { x: 130, y: 880, width: 540 },
    table: { x: 960, y: 880, width: 760 },
    card: { x: 1030, y: 640, width: 620, height: 186 },
    pile: { x: 1340, y: 880, width: 640, thick: 6, most: 9 },
    text: { cardPx: 32, countPx: 30 },
  },
};
