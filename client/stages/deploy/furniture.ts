/** Where everything stands in the plant, in the design pixels of each layout. */

import type { SceneLayout } from '../scene-kit/options.ts';

export interface PlantRoom {
  floorY: number;
  /** Height of the pipe's middle, and how thick it is. */
  pipeY: number;
  pipe: number;
  /** Middle of each station, from left to right: gate, cache, queue, machines, town. */
  stations: readonly [number, number, number, number, number];
  /** Width of the gate, of the cache's jar, of a page in the queue, of a machine, of a house. */
  gate: number;
  jar: number;
  page: number;
  machine: number;
  house: number;
  countPx: number;
  wordPx: number;
  /** Upper edge of the row of words. */
  wordsY: number;
}

export const PLANTS: Record<SceneLayout, PlantRoom> = {
  strip: {
    floorY: 128,
    pipeY: 92,
    pipe: 12,
    stations: [34, 104, 172, 248, 326],
    gate: 40,
    jar: 48,
    page: 38,
    machine: 22,
    house: 44,
    countPx: 15,
    wordPx: 10.5,
    wordsY: 143,
  },
  stage: {
    floorY: 590,
    pipeY: 360,
    pipe: 44,
    stations: [98, 270, 444, 620, 796],
    gate: 150,
    jar: 168,
    page: 140,
    machine: 84,
    house: 150,
    countPx: 40,
    wordPx: 24,
    wordsY: 640,
  },
  wall: {
    floorY: 800,
    pipeY: 560,
    pipe: 54,
    stations: [210, 560, 920, 1310, 1710],
    gate: 210,
    jar: 240,
    page: 200,
    machine: 108,
    house: 230,
    countPx: 66,
    wordPx: 36,
    wordsY: 880,
  },
};
