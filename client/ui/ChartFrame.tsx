/** What all charts of surprise on two log axes share: their place on the page, their box and its scales, grid and ticks. */

import type { ComponentChildren } from 'preact';
import { formatQuantity } from '../i18n/quantity.ts';
import { guessTicks, logPosition, roundTicks } from './chart-scale.ts';
import { useSize } from './use-size.ts';

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

export interface ChartPlaceProps {
  xLabel: string;
  yLabel: string;
  heightPx: number;
  fontPx: number;
  /** The chart in words, for those who can't see it. */
  twin: string;
  /** True while there is nothing to draw: then the words are for all. */
  isEmpty: boolean;
  /** Draws the plot into the room that is left. */
  plot(size: { width: number; height: number }): ComponentChildren;
}

/** A chart on the page; what its axes mean stands above and below it, where sentences of any length find room. */
export function ChartPlace({ xLabel, yLabel, heightPx, fontPx, twin, isEmpty, plot }: ChartPlaceProps) {
  const fontSize = `${fontPx}px`;
  if (isEmpty) {
    return (
      <figure class="chart" style={{ minHeight: `${heightPx}px`, fontSize }}>
        <figcaption class="chart-waiting">{twin}</figcaption>
      </figure>
    );
  }
  return (
    <figure class="chart" style={{ height: `${heightPx}px`, fontSize }}>
      <p class="chart-y" aria-hidden="true">
        {yLabel}
      </p>
      <ChartPlot plot={plot} />
      <p class="chart-x" aria-hidden="true">
        {xLabel}
      </p>
      <figcaption class="unseen">{twin}</figcaption>
    </figure>
  );
}

function ChartPlot({ plot }: Pick<ChartPlaceProps, 'plot'>) {
  const [ref, size] = useSize<HTMLDivElement>();
  return (
    <div class="chart-plot" ref={ref}>
      {size.width > 0 && size.height > 0 && plot(size)}
    </div>
  );
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
  children: ComponentChildren;
}

/** The picture with its axes; what it shows is drawn into it, by the scales of the same box. */
export function ChartFrame({ box, widthPx, heightPx, fontPx, children }: ChartFrameProps) {
  const { toX, toY } = scalesOf(box);
  const { left, right, top, bottom } = box;
  const xTicks = roundTicks(box.x[0], box.x[1], MOST_TICKS, minTickRatio(box, fontPx));
  return (
    <svg width={widthPx} height={heightPx} aria-hidden="true">
      {guessTicks(box.y[0], box.y[1], (fontPx * 1.2) / Math.max(1, bottom - top)).map(({ bits, guess }) => (
        <g key={guess}>
          <path class="chart-grid" d={`M${left} ${toY(bits)}H${right}`} />
          <text class="chart-muted" x={left - fontPx * 0.5} y={toY(bits) + fontPx * 0.35} text-anchor="end">
            {guess}
          </text>
        </g>
      ))}
      <path class="chart-axis" d={`M${left} ${top - 4}V${bottom}H${right}`} />
      {xTicks.map((tick) => (
        <text key={tick} class="chart-muted" x={toX(tick)} y={bottom + fontPx * 1.25} text-anchor="middle">
          {formatQuantity(tick).replace('.0', '')}
        </text>
      ))}
      {children}
    </svg>
  );
}
