/** Measured points on log axes, each in its team's shape, with a fitted line, its band, and where it is heading. */

import { ChartFrame, ChartPlace, scalesOf, type ChartBox } from './ChartFrame.tsx';
import { TEAM_OUTLINES } from './team-shapes.ts';
import type { TeamShapeName } from './tokens.ts';

export interface ScatterPoint {
  id: string;
  /** Both > 0. */
  x: number;
  y: number;
  shape: TeamShapeName;
  /** A letter or two beside it. */
  label: string;
}

export interface ScatterBand {
  x: number;
  y: number;
  low: number;
  high: number;
}

export interface ScatterChartProps {
  points: readonly ScatterPoint[];
  /** The fitted line with its band, ordered by x; empty without a fit. */
  band: readonly ScatterBand[];
  /** Where everything is heading, drawn as a level line up and down. */
  target: { x: number; label: string };
  xLabel: string;
  yLabel: string;
  heightPx: number;
  fontPx?: number;
  /** The chart in words, for those who can't see it. */
  twin: string;
}

/** Side of a point in multiples of the font size, of an outline drawn in a box of 40. */
const POINT_SIDE = 1.25;
const OUTLINE_SIDE = 40;

/** Mean width of a letter in multiples of the font size. */
const LETTER = 0.6;

/** Ids of points whose labels keep `gapPx` from each other; where several points lie together, the first is labelled. */
function apart(places: readonly { id: string; x: number; y: number }[], gapPx: number): Set<string> {
  const kept: (typeof places)[number][] = [];
  for (const place of places) {
    if (kept.every(({ x, y }) => Math.abs(x - place.x) > gapPx || Math.abs(y - place.y) > gapPx * 1.2))
      kept.push(place);
  }
  return new Set(kept.map(({ id }) => id));
}

export function ScatterChart(props: ScatterChartProps) {
  const { points, xLabel, yLabel, heightPx, fontPx = 13, twin } = props;
  return (
    <ChartPlace
      xLabel={xLabel}
      yLabel={yLabel}
      heightPx={heightPx}
      fontPx={fontPx}
      twin={twin}
      isEmpty={points.length === 0}
      plot={(size) => <Plot {...props} {...size} fontPx={fontPx} />}
    />
  );
}

function Plot({
  points,
  band,
  target,
  width,
  height,
  fontPx,
}: Pick<ScatterChartProps, 'points' | 'band' | 'target'> & {
  width: number;
  height: number;
  fontPx: number;
}) {
  const xs = points.map(({ x }) => x);
  const ys = [...points.map(({ y }) => y), ...band.map(({ y }) => y)];
  const box: ChartBox = {
    left: fontPx * 2.6,
    right: width - fontPx * 1.6,
    top: fontPx,
    bottom: height - fontPx * 1.8,
    x: [Math.min(...xs, target.x / 2) / 1.3, Math.max(...xs, target.x) * 1.2],
    y: [Math.min(...ys) * 0.88, Math.max(...ys) * 1.1],
  };
  const { toX, toY } = scalesOf(box);
  const path = (places: readonly (readonly [number, number])[]): string =>
    places.map(([x, y], i) => `${i ? 'L' : 'M'}${toX(x)} ${toY(y)}`).join('');
  const scale = (POINT_SIDE * fontPx) / OUTLINE_SIDE;
  const labelled = apart(
    points.map(({ id, x, y }) => ({ id, x: toX(x), y: toY(y) })),
    fontPx,
  );
  const hasTargetRoom = toX(target.x) - box.left > target.label.length * LETTER * fontPx;
  return (
    <ChartFrame box={box} widthPx={width} heightPx={height} fontPx={fontPx}>
      {band.length > 0 && (
        <>
          <path
            class="chart-band"
            d={`${path(band.map(({ x, high }) => [x, high]))}${path(
              band.toReversed().map(({ x, low }) => [x, low]),
            ).replace('M', 'L')}Z`}
          />
          <path
            class="chart-line"
            d={path(band.map(({ x, y }) => [x, y]))}
            stroke="var(--ink)"
            stroke-width={fontPx / 6}
          />
        </>
      )}
      <path class="chart-level" d={`M${toX(target.x)} ${box.top}V${box.bottom}`} />
      {hasTargetRoom && (
        <text
          class="chart-muted chart-halo"
          x={toX(target.x) - fontPx * 0.4}
          y={box.bottom - fontPx * 0.5}
          text-anchor="end"
        >
          {target.label}
        </text>
      )}
      {points.map(({ id, x, y, shape, label }) => (
        <g key={id}>
          <path
            d={TEAM_OUTLINES[shape].path}
            transform={`translate(${toX(x) - (POINT_SIDE * fontPx) / 2} ${toY(y) - (POINT_SIDE * fontPx) / 2}) scale(${scale})`}
            fill={`var(--team-${shape})`}
            stroke="var(--outline)"
            stroke-width="3"
          />
          {labelled.has(id) && (
            <text
              class="chart-label"
              x={toX(x)}
              y={toY(y) - fontPx * 0.85}
              text-anchor="middle"
              font-weight={700}
            >
              {label}
            </text>
          )}
        </g>
      ))}
    </ChartFrame>
  );
}
