/** Turns drawings into cut-outs: canvases at device resolution, each with its one soft shadow; and the paper's grain. */
import { createRandom } from '../../../shared/random.ts';
import type { PaperStyle } from './paper.ts';

/** A finished cut-out: its picture lies `padding` device pixels inside the canvas. */
export interface Cutout {
  canvas: HTMLCanvasElement;
  padding: number;
}

export interface CutoutRequest {
  /** Size in design pixels. */
  width: number;
  height: number;
  /** Device pixels per design pixel. */
  unit: number;
  style: PaperStyle;
  shadow: boolean;
  /** Room around the drawing for outlines that overhang, in design pixels. */
  margin?: number;
  /** Draws in design pixels, corner at the origin. */
  draw(context: CanvasRenderingContext2D): void;
}

/** Makes a cut-out: draws once, then lays the drawing over its own shadow (down and right, ink at 28 %). */
export function makeCutout(request: CutoutRequest): Cutout {
  const { width, height, unit, style, shadow, margin = style.outline } = request;
  const reach = shadow ? style.shadow.down + style.shadow.blur * 2 : 0;
  const padding = Math.ceil((margin + reach) * unit) + 1;
  const size = [Math.ceil(width * unit) + 2 * padding, Math.ceil(height * unit) + 2 * padding];
  const flat = blankCanvas(size[0], size[1]);
  const pen = contextOf(flat);
  pen.translate(padding, padding);
  pen.scale(unit, unit);
  request.draw(pen);
  if (!shadow) return { canvas: flat, padding };
  const canvas = blankCanvas(size[0], size[1]);
  const context = contextOf(canvas);
  context.shadowColor = 'rgba(29, 36, 51, 0.28)';
  context.shadowOffsetX = style.shadow.right * unit;
  context.shadowOffsetY = style.shadow.down * unit;
  /* A canvas blur is twice the deviation that a CSS drop shadow takes. */
  context.shadowBlur = style.shadow.blur * 2 * unit;
  context.drawImage(flat, 0, 0);
  return { canvas, padding };
}

/** A tile of paper fibre: dark specks on nothing, to be laid over everything once. */
export function makeGrain(sidePx: number): HTMLCanvasElement {
  const canvas = blankCanvas(sidePx, sidePx);
  const context = contextOf(canvas);
  const image = context.createImageData(sidePx, sidePx);
  const random = createRandom(8);
  for (let i = 0; i < image.data.length; i += 4) {
    const speck = (random.next() + random.next() + random.next()) / 3;
    image.data.set([115, 97, 71, Math.max(0, Math.min(1, 0.95 - 1.5 * speck)) * 255], i);
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

/** A canvas of the given size in device pixels. */
export function blankCanvas(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, width);
  canvas.height = Math.max(1, height);
  return canvas;
}

/**
 * The 2D context of a canvas, kept in main memory: cut-outs are drawn once and handed on, and fetching them back from
 * a graphics card (or from software that plays one) costs more than drawing them.
 */
export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser has no 2D canvas');
  return context;
}
