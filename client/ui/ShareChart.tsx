/** Points of which each has a share, 0 to 1, and what it costs: numbered, so that a list beside the chart can say which is which. */

import { ChartPlace } from './ChartFrame.tsx';

interface SharePoint {
  /** What stands in it. */
  label: string;
  /** 0 or more. */
  x: number;
  /** 0 to 1. */
  share: number;
  isChosen: boolean;
}

interface ShareChartProps {
  points: readonly SharePoint[];
  xLabel: string;
  yLabel: string;
  heightPx: number;
  fontPx?: number;
  /** The chart in words, for those who can't see it. */
  twin: string;
}

/** Radius of a point in multiples of the font size. */
const RADIUS = 0.8;
const GRID = [0, 0.5, 1] as const;

/** A round number near the middle of a scale that ends at `most`: one digit that counts. */
function middleTick(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most / 2));
  return Math.round(most / 2 / power) * power;
}

interface Place {
  labels: string[];
  x: number;
  y: number;
  isChosen: boolean;
}

/** Points that lie on each other become one with all their labels. */
function together(places: readonly Place[], gapPx: number): Place[] {
  const kept: Place[] = [];
  for (const place of places) {
    const near = kept.find(({ x, y }) => Math.hypot(x - place.x, y - place.y) < gapPx);
    if (!near) kept.push({ ...place, labels: [...place.labels] });
    else {
      near.labels.push(...place.labels);
      near.isChosen ||= place.isChosen;
    }
  }
  return kept;
}

function Plot({
  points,
  width,
  height,
  fontPx,
}: Pick<ShareChartProps, 'points'> & { width: number; height: number; fontPx: number }) {
  const [left, right, top, bottom] = [fontPx * 3, width - fontPx * 1.4, fontPx, height - fontPx * 1.8];
  const most = Math.max(...points.map(({ x }) => x)) * 1.15 || 1;
  const toX = (x: number): number => left + (x / most) * (right - left);
  const toY = (share: number): number => bottom - share * (bottom - top);
  const places = together(
    points.map(({ label, x, share, isChosen }) => ({ labels: [label], x: toX(x), y: toY(share), isChosen })),
    fontPx * 1.2,
  );
  return (
    <svg width={width} height={height} aria-hidden="true">
      {GRID.map((share) => (
        <g key={share}>
          <path class="chart-grid" d={`M${left} ${toY(share)}H${right}`} />
          <text class="chart-muted" x={left - fontPx * 0.4} y={toY(share) + fontPx * 0.35} text-anchor="end">
            {Math.round(100 * share)}
          </text>
        </g>
      ))}
      <path class="chart-axis" d={`M${left} ${top - 4}V${bottom}H${right}`} />
      {[0, middleTick(most)].map((tick) => (
        <text key={tick} class="chart-muted" x={toX(tick)} y={bottom + fontPx * 1.25} text-anchor="middle">
          {Number(tick.toPrecision(2))}
        </text>
      ))}
      {places.map(({ labels, x, y, isChosen }) => (
        <g key={labels[0]}>
          <circle class={isChosen ? 'share-point chosen' : 'share-point'} cx={x} cy={y} r={fontPx * RADIUS} />
          <text
            class={isChosen ? 'share-number chosen' : 'share-number'}
            x={x}
            y={y + fontPx * 0.35}
            text-anchor="middle"
          >
            {labels[0]}
          </text>
          {labels.length > 1 && (
            <text class="chart-label" x={x} y={y - fontPx * 1.1} text-anchor="middle">
              {labels.slice(1).join(', ')}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

export function ShareChart(props: ShareChartProps) {
  const { points, xLabel, yLabel, heightPx, fontPx = 13, twin } = props;
  return (
    <ChartPlace
      xLabel={xLabel}
      yLabel={yLabel}
      heightPx={heightPx}
      fontPx={fontPx}
      twin={twin}
      isEmpty={points.length === 0}
      plot={(size) => <Plot points={points} {...size} fontPx={fontPx} />}
    />
  );
}
