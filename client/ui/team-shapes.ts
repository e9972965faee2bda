/** The outlines of the eight team shapes and where their eyes sit: shared by HTML badges and the canvas. */
import type { TeamShapeName } from './tokens.ts';

/** One shape in a box of 40 by 40 units, cut by hand: corners are never quite square. */
export interface TeamOutline {
  /** SVG path data. */
  path: string;
  /** Centers of the left and the right eye. */
  eyes: [[number, number], [number, number]];
  /** Radius of an eye's white. */
  eyeRadius: number;
  /** SVG path data of the mouth, one stroke. */
  mouth: string;
}

export const TEAM_OUTLINES: Record<TeamShapeName, TeamOutline> = {
  circle: {
    path: 'M20 3Q37 4 37 20 36 37 20 37 3 36 3 20 4 3 20 3Z',
    eyes: [
      [14.5, 18],
      [25.5, 18],
    ],
    eyeRadius: 4,
    mouth: 'M15 26q5 4 10 0',
  },
  square: {
    path: 'm5 6 30-2 1 31-31 1Z',
    eyes: [
      [14.5, 18],
      [26, 17.5],
    ],
    eyeRadius: 4,
    mouth: 'M15 27q5.5 2.5 11-.5',
  },
  triangle: {
    path: 'm20 3 18 32-36 1Z',
    eyes: [
      [15.5, 23],
      [24.5, 23],
    ],
    eyeRadius: 3.4,
    mouth: 'M16 30.500q4 2 8 0',
  },
  diamond: {
    path: 'm20 2 16 18-15 18L4 21Z',
    eyes: [
      [15.5, 18.5],
      [25, 18.5],
    ],
    eyeRadius: 3.7,
    mouth: 'M16.5 26q3.7 2.5 7.5 0',
  },
  star: {
    path: 'm20 2 5 12 13 1-10 9 4 13-12-7-12 7 4-13L2 15l13-1Z',
    eyes: [
      [16, 18.5],
      [24.5, 18.5],
    ],
    eyeRadius: 3.3,
    mouth: 'M17 25q3.2 2 6.5 0',
  },
  hexagon: {
    path: 'm12 4 17 0 8 16-9 16-17 0L3 21Z',
    eyes: [
      [14.5, 18],
      [26, 18],
    ],
    eyeRadius: 4,
    mouth: 'M16 27h9',
  },
  cross: {
    path: 'm14 3 12 0 0 11 11 0 0 12-11 0 0 11-12 0 0-11-11 0 0-12 11 0Z',
    eyes: [
      [15, 18.5],
      [25, 18.5],
    ],
    eyeRadius: 3.6,
    mouth: 'M16.5 26h7',
  },
  drop: {
    path: 'M20 2C26 11 33 17 33 25a13 12 0 0 1-26 0C7 17 14 11 20 2Z',
    eyes: [
      [14.8, 23],
      [25.2, 23],
    ],
    eyeRadius: 3.8,
    mouth: 'M15.5 30.500q4.5 3 9 0',
  },
};
