/** A line chart in ink: direct labels instead of a legend, a log axis said in words, and a twin in plain text. */

import { ChartFrame, ChartPlace, scalesOf, type ChartBox } from './ChartFrame.tsx';
import { spreadLabels } from './chart-scale.ts';
import { TEAM_OUTLINES } from './team-shapes.ts';
import type { TeamShapeName } from './tokens.ts';

export interface ChartLine {
  id: string;
  /** What stands at its end; a name that doesn't fit leaves only the shape. */
  label: string;
  /** The sign of the team whose line it is. */
  shape?: TeamShapeName;
  /** x > 0; ordered by x. */
  points: { x: number; y: number }[];
  color: string;
  /** Color of the label's text; ink unless told. */
  labelColor?: string;
  /** Stroke width in multiples of the body text's thickness: 1 thin, 3 thick. */
  weight: number;
  dashed?: boolean;
}

export interface ChartProps {
  lines: readonly ChartLine[];
  /** Level lines right across, such as a yardstick to beat. */
  levels?: readonly { label: string; y: number }[];
  /** Right end of the x axis; the greatest x of the lines unless told. */
  xMax?: number;
  xLabel: string;
  yLabel: string;
  heightPx: number;
  fontPx?: number;
  /** The chart in words, for those who can't see it. */
  twin: string;
}

/** Mean width of a bold letter and of a wide one, the side of a shape, and the room beside a label, in multiples of the font size. */
const LETTER = 0.6;
const WIDE_LETTER = 1;
const SIGN = 1.1;
const LABEL_MARGIN = 1.2;
const LABEL_HEIGHT = 1.15;
/** Labels take at most this share of the chart. */
const MOST_LABEL_SHARE = 0.35;
/** Team shapes are drawn in a box of 40. */
const OUTLINE_SIDE = 40;

export function Chart({ lines, levels = [], xMax, xLabel, yLabel, heightPx, fontPx = 13, twin }: ChartProps) {
  const drawn = lines.filter((line) => line.points.length > 0);
  return (
    <ChartPlace
      xLabel={xLabel}
      yLabel={yLabel}
      heightPx={heightPx}
      fontPx={fontPx}
      twin={twin}
      /* A lone point is no curve yet: its axes would be made up. */
      isEmpty={drawn.every((line) => line.points.length < 2)}
      plot={(size) => <Plot {...size} drawn={drawn} levels={levels} xMax={xMax} fontPx={fontPx} />}
    />
  );
}

interface PlotProps {
  drawn: readonly ChartLine[];
  levels: NonNullable<ChartProps['levels']>;
  xMax: number | undefined;
  width: number;
  height: number;
  fontPx: number;
}

/** About how wide a bold label is, in multiples of its font size. */
function widthInEm(label: string): number {
  return Array.from(label, (letter) => (/[mw]/i.test(letter) ? WIDE_LETTER : LETTER)).reduce(
    (a, b) => a + b,
    0,
  );
}

function Plot({ drawn, levels, xMax, width, height, fontPx }: PlotProps) {
  const signPx = SIGN * fontPx;
  const roomOf = (label: string, shape: unknown): number => widthInEm(label) * fontPx + (shape ? signPx : 0);
  /* More ends than there is height for labels: then only lines without a shape keep their words. */
  const isCrowded = drawn.length * LABEL_HEIGHT * fontPx > height - fontPx * 2.5;
  const labels = drawn.map(({ label, shape }) =>
    shape && (isCrowded || roomOf(label, shape) > width * MOST_LABEL_SHARE) ? '' : label,
  );
  const labelRoom =
    Math.max(...labels.map((label, index) => roomOf(label, drawn[index].shape))) + LABEL_MARGIN * fontPx;
  const xs = drawn.flatMap((line) => line.points.map((point) => point.x));
  const ys = [
    ...drawn.flatMap((line) => line.points.map((point) => point.y)),
    ...levels.map((level) => level.y),
  ];
  const high = xMax ?? Math.max(1, ...xs);
  const top = Math.max(...ys, 0.2) * 1.04;
  const box: ChartBox = {
    left: fontPx * 2.3,
    right: Math.max(fontPx * 8, width - labelRoom),
    top: fontPx * 0.7,
    bottom: height - fontPx * 1.8,
    x: [Math.min(high / 2, ...xs), high],
    y: [Math.min(...ys, top * 0.7) * 0.94, top],
  };
  const { toX, toY } = scalesOf(box);
  const ends = drawn.map((line) => line.points[line.points.length - 1]);
  const spread = (heights: readonly number[]): number[] =>
    spreadLabels(
      heights,
      Math.min(fontPx * LABEL_HEIGHT, (box.bottom - box.top) / Math.max(1, heights.length)),
      box.top + fontPx * 0.4,
      box.bottom - fontPx * 0.5,
    );
  /* The words of a level stand on its line; where a line ends among them, they keep out of each other's way. */
  const levelWidth = Math.max(0, ...levels.map(({ label }) => label.length)) * LETTER * fontPx;
  const meet = ends.some(({ x }) => toX(x) < box.left + levelWidth + fontPx);
  const placed = drawn.flatMap((_, index) => (isCrowded && labels[index] === '' ? [] : [index]));
  const endHeights = placed.map((index) => toY(ends[index].y));
  const levelHeights = levels.map((level) => toY(level.y) - fontPx * 0.7);
  const heights = meet
    ? spread([...endHeights, ...levelHeights])
    : [...spread(endHeights), ...spread(levelHeights)];
  const labelY = (index: number): number => heights[placed.indexOf(index)] ?? toY(ends[index].y);
  return (
    <ChartFrame box={box} widthPx={width} heightPx={height} fontPx={fontPx}>
      {levels.map((level, index) => (
        <g key={level.label}>
          <path class="chart-level" d={`M${box.left} ${toY(level.y)}H${box.right}`} />
          <text
            class="chart-muted chart-halo"
            x={box.left + fontPx * 0.4}
            y={heights[placed.length + index] + fontPx * 0.35}
          >
            {level.label}
          </text>
        </g>
      ))}
      {drawn.map((line) => (
        <path
          key={line.id}
          class="chart-line"
          d={line.points.map((point, i) => `${i ? 'L' : 'M'}${toX(point.x)} ${toY(point.y)}`).join('')}
          stroke={line.color}
          stroke-width={line.weight * (fontPx / 9)}
          stroke-dasharray={line.dashed ? `${fontPx * 0.3} ${fontPx * 0.4}` : undefined}
        />
      ))}
      {drawn.map((line, index) => {
        const x = toX(ends[index].x);
        const labelX = x + fontPx * 0.7;
        return (
          <g key={line.id}>
            {line.weight >= 2 && (
              <circle
                cx={x}
                cy={toY(ends[index].y)}
                r={fontPx * 0.42}
                fill="var(--sheet)"
                stroke={line.color}
                stroke-width={fontPx / 6}
              />
            )}
            {line.shape && (
              <path
                d={TEAM_OUTLINES[line.shape].path}
                transform={`translate(${labelX} ${labelY(index) - signPx / 2}) scale(${signPx / OUTLINE_SIDE})`}
                fill={line.color}
                stroke="var(--outline)"
                stroke-width="3"
              />
            )}
            <text
              x={labelX + (line.shape ? signPx + fontPx * 0.3 : 0)}
              y={labelY(index) + fontPx * 0.35}
              font-weight={700}
              class="chart-label"
              style={{ fill: line.labelColor ?? 'var(--ink)' }}
            >
              {labels[index]}
            </text>
          </g>
        );
      })}
    </ChartFrame>
  );
}
