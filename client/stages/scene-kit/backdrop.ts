/** What lies far behind: sky, hills and a mill without outlines, and a floor with its one ink horizon. */
import mill from '../../../assets/sprites/mill.svg?raw';
import type { SceneTools } from './scene.ts';

/** Sky, hills, sun and mill (at these shares of the width) above the horizon, the yard's floor below it. */
export function drawYard(
  tools: SceneTools,
  horizonY: number,
  far: { sun: number; mill: number | null } = { sun: 0.9, mill: 0.72 },
): void {
  const { view, stock } = tools;
  const unit = tools.per({ strip: 0.42, stage: 1, wall: 1.7 });
  const box = { x: view.x, y: view.y, width: view.width, height: view.height };
  const ground = horizonY - view.y;
  tools.paint(
    box,
    (context) => {
      context.fillStyle = stock.sky;
      context.fillRect(-9, -9, view.width + 18, view.height + 18);
      context.fillStyle = tools.night ? '#E9E3CF' : '#F6DFA0';
      context.beginPath();
      context.arc(view.width * far.sun, ground - 235 * unit, 36 * unit, 0, Math.PI * 2);
      context.fill();
      hills(context, stock.hill, [view.width, ground - 120 * unit, view.height], 52 * unit, 0.3);
      hills(context, stock.hill2, [view.width, ground - 62 * unit, view.height], 40 * unit, 0.75);
    },
    { shadow: false },
  );
  if (far.mill !== null)
    tools.sprite(mill, view.x + view.width * far.mill, horizonY - 190 * unit, 84 * unit, { shadow: false });
  drawFloor(tools, horizonY, stock.wall);
}

/** The floor, from the horizon down, with a few dashes. */
export function drawFloor(tools: SceneTools, horizonY: number, fill: string): void {
  const { view } = tools;
  const [left, right, bottom] = [view.x - 12, view.x + view.width + 12, view.y + view.height + 12];
  tools.cut(
    [
      [left, horizonY],
      [right, horizonY],
      [right, bottom],
      [left, bottom],
    ],
    fill,
    { shadow: false },
  );
  const depth = bottom - horizonY;
  tools.paint(
    { x: view.x, y: horizonY, width: view.width, height: depth },
    (context) => {
      context.lineCap = 'round';
      context.lineWidth = tools.style.outline * 1.6;
      context.strokeStyle = tools.night ? '#565166' : '#CBB58C';
      for (const [x, y, length] of [
        [0.06, 0.3, 0.14],
        [0.4, 0.88, 0.2],
        [0.7, 0.36, 0.12],
        [0.03, 0.9, 0.1],
        [0.82, 0.82, 0.11],
      ]) {
        const from = x * view.width;
        context.stroke(
          new Path2D(`M${from} ${y * depth}q${(length * view.width) / 2} -2 ${length * view.width} 0`),
        );
      }
    },
    { shadow: false },
  );
}

function hills(
  context: CanvasRenderingContext2D,
  color: string,
  [width, top, bottom]: [number, number, number],
  rise: number,
  phase: number,
): void {
  context.fillStyle = color;
  context.beginPath();
  context.moveTo(-9, bottom);
  context.lineTo(-9, top);
  const steps = 24;
  for (let step = 0; step <= steps; step++) {
    const turn = (step / steps) * Math.PI * 2;
    const y =
      top - rise * (0.55 * Math.sin(turn * 1.5 + phase * 6) + 0.45 * Math.sin(turn * 2.6 + phase * 11));
    context.lineTo(-9 + (step / steps) * (width + 18), y);
  }
  context.lineTo(width + 9, bottom);
  context.fill();
}
