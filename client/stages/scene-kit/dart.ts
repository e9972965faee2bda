/** A packet of updates on its way: a paper dart along a dotted path, once for each update that really arrived. */
import dart from '../../../assets/sprites/dart.svg?raw';
import type { SceneTools } from './scene.ts';

const FLIGHT_MS = 700;

export interface Flight {
  from: { x: number; y: number };
  to: { x: number; y: number };
  /** The stock of the device it comes from. */
  color: string;
  /** Length of the dart, in design pixels. */
  width: number;
}

/** Flies one dart and takes its path away afterwards. */
export function flyDart(tools: SceneTools, { from, to, color, width }: Flight): void {
  const bend = { x: (from.x * 2 + to.x) / 3, y: Math.min(from.y, to.y) - Math.abs(to.x - from.x) * 0.35 };
  const box = {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y, bend.y),
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y) + Math.min(from.y, to.y) - Math.min(from.y, to.y, bend.y),
  };
  const path = tools.paint(
    box,
    (context) => {
      context.translate(-box.x, -box.y);
      context.setLineDash([tools.style.outline * 0.8, tools.style.outline * 3.6]);
      context.lineCap = 'round';
      context.lineWidth = tools.style.outline;
      context.strokeStyle = tools.ink.outline;
      context.stroke(new Path2D(`M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}`));
    },
    { shadow: false },
  );
  const picture = tools.sprite(dart, from.x, from.y, width, { color });
  const scale = picture.scaleX;
  const flight = { at: 0 };
  const place = (): void => {
    const { at } = flight;
    const rest = 1 - at;
    picture.x = rest * rest * from.x + 2 * rest * at * bend.x + at * at * to.x;
    picture.y = rest * rest * from.y + 2 * rest * at * bend.y + at * at * to.y;
    const heading = Math.atan2(
      rest * (bend.y - from.y) + at * (to.y - bend.y),
      rest * (bend.x - from.x) + at * (to.x - bend.x),
    );
    picture
      .setRotation(heading)
      .setFlipY(to.x < from.x)
      .setScale(scale * (1 - 0.35 * at));
  };
  place();
  const done = (): void => {
    picture.destroy();
    path.destroy();
  };
  tools.glide(flight, { at: 1 }, { animate: true, ms: FLIGHT_MS, ease: 'Sine.easeInOut', step: place, done });
}
