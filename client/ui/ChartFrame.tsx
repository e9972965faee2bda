/** What all charts on two log axes share: their box and its scales, grid, ticks, and the axes' words. */

import type { ComponentChildren } from 'preact';
import { formatQuantity } from '../i18n/quantity.ts';
import { levelTicks, logPosition, roundTicks } from './chart-scale.ts';

/** Where the plot lies in its picture, in px, and what its edges stand for; all values > 0. */
export interface ChartBox {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: readonly [low: number, high: number];
  y: readonly [low: number, high: number];
}

export interface ChartScales {
  toX(x: number): number;
  toY(y: number): number;
}

export function scalesOf({ left, right, top, bottom, x, y }: ChartBox): ChartScales {
  return {
    toX: (value) => left + logPosition(value, x[0], x[1]) * (right - left),
    toY: (value) => bottom - logPosition(value, y[0], y[1]) * (bottom - top),
  };
}

const MOST_TICKS = 6;
/** Room that a tick's number takes, in multiples of the font size. */
const TICK_ROOM = 3.6;

/** The least ratio between two ticks whose numbers do not touch. */
function minTickRatio({ left, right, x: [low, high] }: ChartBox, fontPx: number): number {
  return Math.exp((Math.log(high / low) * TICK_ROOM * fontPx) / Math.max(1, right - left));
}

export interface ChartFrameProps {
  box: ChartBox;
  widthPx: number;
  heightPx: number;
  fontPx: number;
  xLabel: string;
  yLabel: string;
  children: ComponentChildren;
}

/** The picture with its axes; what it shows is drawn into it, by the scales of the same box. */
export function ChartFrame({ box, widthPx, heightPx, fontPx, xLabel, yLabel, children }: ChartFrameProps) {
  const { toX, toY } = scalesOf(box);
  const { left, right, top, bottom } = box;
  const xTicks = roundTicks(box.x[0], box.x[1], MOST_TICKS, minTickRatio(box, fontPx));
  return (
    <svg width={widthPx} height={heightPx} aria-hidden="true" style={{ fontSize: `${fontPx}px` }}>
      {levelTicks(box.y[0], box.y[1]).map((tick) => (
        <g key={tick}>
          <path class="chart-grid" d={`M${left} ${toY(tick)}H${right}`} />
          <text class="chart-muted" x={left - fontPx * 0.5} y={toY(tick) + fontPx * 0.35} text-anchor="end">
            {Number(tick.toFixed(2))}
          </text>
        </g>
      ))}
      <path class="chart-axis" d={`M${left} ${top - 4}V${bottom}H${right}`} />
      {xTicks.map((tick) => (
        <text key={tick} class="chart-muted" x={toX(tick)} y={bottom + fontPx * 1.25} text-anchor="middle">
          {formatQuantity(tick).replace('.0', '')}
        </text>
      ))}
      <text class="chart-muted" x={left} y={bottom + fontPx * 2.5}>
        {xLabel}
      </text>
      <text class="chart-muted" x={widthPx - 2} y={fontPx} text-anchor="end">
        {yLabel}
      </text>
      {children}
    </svg>
  );
}
