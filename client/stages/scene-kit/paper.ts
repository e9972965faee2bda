/** Paper edges: outlines that bow as scissors do, from a seed, as SVG path data. */
import { createRandom } from '../../../shared/random.ts';

export type Point = readonly [x: number, y: number];

/** Longest stretch of straight edge that one cut of the scissors makes, in design pixels. */
const CUT_LENGTH_PX = 95;

/** How one layout is drawn: each size in design pixels of that layout. */
export interface PaperStyle {
  /** Width of an ink outline; details take 0.7 of it. */
  outline: number;
  /** How far an edge bows. */
  bow: number;
  shadow: { right: number; down: number; blur: number };
}

/**
 * Path data through the corners, each edge bowed by quadratic curves whose control points lie off the line by
 * 0.35 to 1 times `bow`, mostly on alternating sides; the corners stay where they are.
 */
export function cutPath(corners: readonly Point[], bow: number, seed: number, closed = true): string {
  const random = createRandom(seed);
  const parts = [`M${round(corners[0][0])} ${round(corners[0][1])}`];
  let side = random.chance(0.5) ? 1 : -1;
  const edges = closed ? corners.length : corners.length - 1;
  for (let edge = 0; edge < edges; edge++) {
    const [x0, y0] = corners[edge];
    const [x1, y1] = corners[(edge + 1) % corners.length];
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (length === 0) continue;
    const cuts = Math.max(1, Math.round(length / CUT_LENGTH_PX));
    const normal: Point = [-(y1 - y0) / length, (x1 - x0) / length];
    let from = 0;
    for (let cut = 1; cut <= cuts; cut++) {
      const to = cut / cuts;
      const wobble = cut === cuts ? 0 : (random.next() - 0.5) * 0.3 * bow;
      const off = side * bow * (0.35 + 0.65 * random.next());
      const middle = from + (to - from) * (0.38 + 0.24 * random.next());
      const control: Point = [
        x0 + (x1 - x0) * middle + normal[0] * off,
        y0 + (y1 - y0) * middle + normal[1] * off,
      ];
      const end: Point = [x0 + (x1 - x0) * to + normal[0] * wobble, y0 + (y1 - y0) * to + normal[1] * wobble];
      parts.push(`Q${round(control[0])} ${round(control[1])} ${round(end[0])} ${round(end[1])}`);
      from = to;
      if (random.chance(0.8)) side = -side;
    }
  }
  return closed ? `${parts.join('')}Z` : parts.join('');
}

/** The corners of a rectangle, each moved by 1 to 3 % of the shorter side (at most `mostPx`): never quite square. */
export function handCutCorners(
  box: { x: number; y: number; width: number; height: number },
  seed: number,
  mostPx = 5,
): Point[] {
  const random = createRandom(seed);
  const side = Math.min(box.width, box.height);
  const off = (): number =>
    (random.chance(0.5) ? 1 : -1) * Math.min(mostPx, side * (0.01 + 0.02 * random.next()));
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  return [
    [box.x + off(), box.y + off()],
    [right + off(), box.y + off()],
    [right + off(), bottom + off()],
    [box.x + off(), bottom + off()],
  ];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
