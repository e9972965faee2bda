/** The glass core, a model's face: fog that leaves and lids that lift as its held-out loss falls, and the words in its mouth. */
import fog from '../../../assets/sprites/core-fog.svg?raw';
import orb from '../../../assets/sprites/core-orb.svg?raw';
import { fillPath, readSprite } from './sprite.ts';
import type { SpritePaint } from './sprite.ts';

/** The core's own size, in sprite units; fog and glass share its box. */
export const CORE_SIZE = { width: 412, height: 416 };

/** Share of the start's loss at which nothing clouds the glass any more: models of this size get about there. */
const CLEAR_SHARE = 0.2;
/** Which way each fog layer leaves, in sprite units. */
const LEAVES: [number, number][] = [
  [0, -110],
  [90, 0],
  [-90, 0],
  [0, 130],
  [0, 130],
  [-110, 0],
  [110, 0],
];
/** The order in which layers leave: the patches before the glass first, the deep fog last. */
const ORDER = [5, 6, 1, 2, 0, 3, 4];
const EYES: [number, number][] = [
  [168, 82],
  [246, 80],
];
const EYE_RADIUS = 22;
const GLASS_PATH = 'M206 0C332 0 412 96 412 212 412 324 328 416 206 416 84 416 0 326 0 212 0 94 82 0 206 0Z';

/** How clear the core is, 0 (murky) to 1, from measured held-out losses in bits per byte. */
export function coreClarity(now: number | null, start: number | null): number {
  if (now === null || start === null || start <= 0) return 0;
  return Math.min(1, Math.max(0, (1 - now / start) / (1 - CLEAR_SHARE)));
}

/** How the core's face is set. */
export interface CoreFace {
  /** Turns the pupils, each -1 to 1. */
  look: { x: number; y: number };
  /** Size of the eyes, and how far down they sit, in sprite units. */
  scale: number;
  down: number;
}

const BUSY_FACE: CoreFace = { look: { x: 0.35, y: 0.7 }, scale: 1, down: 0 };

/** Draws glass, fog and eyes at the origin, in sprite units. */
export function drawCore(
  context: CanvasRenderingContext2D,
  paint: SpritePaint,
  clarity: number,
  face: CoreFace = BUSY_FACE,
): void {
  const glass = new Path2D(GLASS_PATH);
  context.save();
  readSprite(orb).draw(context, { ...paint, color: mix('#B3C2C2', '#E4F0EB', clarity) });
  context.clip(glass);
  const layers = readSprite(fog);
  for (let layer = 0; layer < layers.layers; layer++) {
    const gone = Math.min(1, Math.max(0, clarity * ORDER.length - ORDER.indexOf(layer)));
    if (gone === 1) continue;
    context.save();
    context.globalAlpha = 1 - gone * 0.6;
    context.translate(LEAVES[layer][0] * gone, LEAVES[layer][1] * gone);
    context.shadowColor = 'rgba(29, 36, 51, 0.28)';
    context.shadowOffsetY = 6;
    context.shadowBlur = 5;
    layers.draw(context, paint, layer);
    context.restore();
  }
  const middle = CORE_SIZE.width / 2;
  for (const [x, y] of EYES) {
    context.save();
    context.translate(middle + (x - middle) * face.scale, y + face.down);
    context.scale(face.scale, face.scale);
    drawEye(
      context,
      { ...paint, outline: paint.outline / face.scale },
      { x: 0, y: 0, lift: clarity, look: face.look },
    );
    context.restore();
  }
  context.restore();
  context.lineWidth = paint.outline * 1.3;
  context.strokeStyle = paint.recolor('#1D2433');
  context.stroke(glass);
  context.lineWidth = 11;
  context.strokeStyle = 'rgba(255, 255, 255, 0.75)';
  context.stroke(new Path2D('M34 154q14-64 66-98M24 196q1-10 3-17'));
}

function drawEye(
  context: CanvasRenderingContext2D,
  paint: SpritePaint,
  eye: { x: number; y: number; lift: number; look: { x: number; y: number } },
): void {
  const ink = paint.recolor('#1D2433');
  const ball = new Path2D();
  ball.arc(eye.x, eye.y, EYE_RADIUS, 0, Math.PI * 2);
  context.save();
  fillPath(context, ball, '#FFFCF5');
  context.clip(ball);
  context.beginPath();
  context.arc(eye.x + eye.look.x * 10, eye.y + eye.look.y * 9, 8.5, 0, Math.PI * 2);
  context.fillStyle = ink;
  context.fill();
  /* The lid hangs from above: nearly shut in the dark, a crease when all is clear. */
  const edge = eye.y + EYE_RADIUS * (0.45 - 1.3 * eye.lift);
  const lid = new Path2D(
    `M${eye.x - 30} ${eye.y - 40}H${eye.x + 30}V${edge + 3}Q${eye.x} ${edge - 6} ${eye.x - 30} ${edge + 3}Z`,
  );
  fillPath(context, lid, '#8795A0');
  context.lineWidth = paint.outline;
  context.strokeStyle = ink;
  context.stroke(lid);
  context.restore();
  context.lineWidth = paint.outline;
  context.strokeStyle = ink;
  context.stroke(ball);
}

/** A color between two, each `#RRGGBB`. */
function mix(from: string, to: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [from, to].map((color) => parseInt(color.slice(at, at + 2), 16));
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}
