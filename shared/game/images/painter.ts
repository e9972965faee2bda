/** The painters that labs train: sizes at equal compute, and the parts of a training. */

import { flopsPerPicture } from '../../image/flops.ts';

export const PAINTER_SIZES = ['small', 'medium', 'large'] as const;
export type PainterSize = (typeof PAINTER_SIZES)[number];

const SHAPES: Readonly<Record<PainterSize, { width: number; layers: number }>> = {
  small: { width: 32, layers: 3 },
  medium: { width: 64, layers: 4 },
  large: { width: 96, layers: 5 },
};

export interface PaintPlan {
  size: PainterSize;
}

export const DEFAULT_PAINT_PLAN: PaintPlan = { size: 'medium' };

/** Pictures of one training step. */
const BATCH_PICTURES = 32;
const COLORS = 16;
/** With fewer steps nothing can be made out, whatever the devices. */
const LEAST_STEPS = 200;
/** Nobody waits gladly for more. */
const MOST_FLOPS = 2.4e12;
/** A training comes in so many parts: after each one sees what it paints by then, and another device may go on. */
const PARTS = 12;

/** Steps of the next part of a training; the last one has what is left. */
export function partSteps(done: number, total: number): number {
  return Math.min(Math.ceil(total / PARTS), total - done);
}

export function shapeOf(size: PainterSize): { width: number; layers: number } {
  return SHAPES[size];
}

/** Steps that this compute pays for: a larger painter takes fewer, and learns more from each. */
export function stepsFor(size: PainterSize, budgetFlops: number): number {
  const flops = BATCH_PICTURES * flopsPerPicture({ ...SHAPES[size], colors: COLORS });
  return Math.max(LEAST_STEPS, Math.round(Math.min(MOST_FLOPS, budgetFlops) / flops));
}
