/** What a hand-cut edge keeps and what it varies. */
import { describe, expect, it } from 'vitest';
import { cutPath, handCutCorners } from './paper.ts';
import type { Point } from './paper.ts';

const square: Point[] = [
  [0, 0],
  [200, 0],
  [200, 200],
  [0, 200],
];

describe('cutPath', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(cutPath(square, 2, 7)).toBe(cutPath(square, 2, 7));
    expect(cutPath(square, 2, 7)).not.toBe(cutPath(square, 2, 8));
  });

  it('cuts an edge of 200 px twice and keeps the corners', () => {
    const path = cutPath(square, 2, 7);
    expect(path.match(/Q/g)).toHaveLength(8);
    for (const corner of ['200 0', '200 200', '0 200', '0 0Z']) expect(path).toContain(corner);
  });

  it('never strays from the line by more than the bow', () => {
    const line: Point[] = [
      [0, 50],
      [900, 50],
    ];
    const heights = [...cutPath(line, 3, 1, false).matchAll(/ ([\d.]+)/g)].map(([, y]) => Number(y));
    for (const y of heights.filter((value) => value < 100)) expect(Math.abs(y - 50)).toBeLessThanOrEqual(3);
  });
});

describe('handCutCorners', () => {
  it('moves every corner a little, and never far', () => {
    const corners = handCutCorners({ x: 0, y: 0, width: 100, height: 60 }, 3);
    for (const [index, [x, y]] of corners.entries()) {
      expect(Math.abs(x - (index === 1 || index === 2 ? 100 : 0))).toBeLessThan(2);
      expect(Math.abs(y - (index > 1 ? 60 : 0))).toBeLessThan(2);
      expect(x === 0 || y === 0).toBe(false);
    }
  });
});
