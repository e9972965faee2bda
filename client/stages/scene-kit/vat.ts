/** The vat's contents: one wavy layer of paper for each kind of text, as thick as its share of the mixture. */
import { percents } from '../percent.ts';
import { fillPath } from './sprite.ts';

export interface Layer {
  kind: string;
  label: string;
  share: number;
  /** The share as it is written; all together 100. */
  percent: number;
  color: string;
  /** Changes whenever what is written on the layer does. */
  text: string;
}

/** The glass inside the vat, in the sprite's units: its box, where contents rest, and how high they reach when full. */
export const VAT = { x: 248, y: 62, width: 106, height: 104, bottom: 161, fill: 75 };

const GLASS = 'M252 66L348 64Q344.7 102.8 342 162L257 163Q253 103.3 252 66Z';

/** The layers of a mixture, the first at the bottom; kinds without a share have none. */
export function layersOf(
  mixture: { kind: string; label: string; share: number }[],
  colorOf: (kind: string) => string,
): Layer[] {
  const parts = mixture.filter((part) => part.share > 0);
  const whole = percents(parts.map(({ share }) => share));
  return parts.map((part, index) => ({
    ...part,
    percent: whole[index],
    color: colorOf(part.kind),
    text: `${part.label} ${whole[index]}`,
  }));
}

/** Draws the layers with the glass's box at the origin. */
export function drawLayers(context: CanvasRenderingContext2D, layers: readonly Layer[]): void {
  context.save();
  context.translate(-VAT.x, -VAT.y);
  context.clip(new Path2D(GLASS));
  const tops: { top: number; color: string }[] = [];
  let top = VAT.bottom;
  for (const layer of layers) {
    top -= layer.share * VAT.fill;
    tops.push({ top, color: layer.color });
  }
  /* From the top layer down: each lower one overlaps the one above with its wave. */
  for (const { top: edge, color } of tops.reverse()) {
    fillPath(
      context,
      new Path2D(`M248 ${edge + 2}Q275 ${edge - 4} 299 ${edge + 1}T356 ${edge - 1}V170H248Z`),
      color,
    );
  }
  context.restore();
}
