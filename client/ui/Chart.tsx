/** A line chart in ink: direct labels instead of a legend, a log axis said in words, and a twin in plain text. */

import { ChartFrame, scalesOf, type ChartBox } from './ChartFrame.tsx';
import { spreadLabels } from './chart-scale.ts';
import { useSize } from './use-size.ts';

export interface ChartLine {
  id: string;
  label: string;
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

/** Mean width of a bold letter, and the room beside a label, in multiples of the font size. */
const LETTER = 0.56;
const LABEL_MARGIN = 1.2;
/** Labels are cut where they would take more than this share of the chart. */
const MOST_LABEL_SHARE = 0.3;

/** A label that fits into so many letters. */
function cutLabel(label: string, letters: number): string {
  return label.length <= letters ? label : `${label.slice(0, Math.max(1, letters - 1)).trimEnd()}…`;
}

/** Below its line, or above it where it would run into the axis. */
function levelLabelY(lineY: number, axisY: number, fontPx: number): number {
  return lineY + fontPx * 1.4 > axisY ? lineY - fontPx * 0.4 : lineY + fontPx * 1.1;
}

export function Chart({ lines, levels = [], xMax, xLabel, yLabel, heightPx, fontPx = 13, twin }: ChartProps) {
  const [ref, { width }] = useSize<HTMLDivElement>();
  const drawn = lines.filter((line) => line.points.length > 0);
  const letters = Math.floor((width * MOST_LABEL_SHARE) / (LETTER * fontPx));
  const labels = drawn.map((line) => cutLabel(line.label, letters));
  const labelRoom = (Math.max(4, ...labels.map((label) => label.length)) * LETTER + LABEL_MARGIN) * fontPx;
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
    top: fontPx * 1.7,
    bottom: heightPx - fontPx * 2.9,
    x: [Math.min(high / 2, ...xs), high],
    y: [Math.min(...ys, top * 0.7) * 0.94, top],
  };
  const { toX, toY } = scalesOf(box);
  const ends = drawn.map((line) => line.points[line.points.length - 1]);
  const labelYs = spreadLabels(
    ends.map((end) => toY(end.y)),
    fontPx * 1.15,
    box.top,
    box.bottom,
  );
  /* A lone point is no curve yet: its axes would be made up. */
  if (drawn.every((line) => line.points.length < 2)) {
    return (
      <figure class="chart" ref={ref} style={{ minHeight: `${heightPx}px` }}>
        <figcaption class="chart-waiting" style={{ fontSize: `${fontPx}px` }}>
          {twin}
        </figcaption>
      </figure>
    );
  }
  return (
    <figure class="chart" ref={ref}>
      {width > 0 && (
        <ChartFrame
          box={box}
          widthPx={width}
          heightPx={heightPx}
          fontPx={fontPx}
          xLabel={xLabel}
          yLabel={yLabel}
        >
          {levels.map((level) => (
            <g key={level.label}>
              <path class="chart-level" d={`M${box.left} ${toY(level.y)}H${box.right}`} />
              <text
                class="chart-muted chart-halo"
                x={box.left + fontPx * 0.4}
                y={levelLabelY(toY(level.y), box.bottom, fontPx)}
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
          {drawn.map((line, index) => (
            <g key={line.id}>
              {line.weight >= 2 && (
                <circle
                  cx={toX(ends[index].x)}
                  cy={toY(ends[index].y)}
                  r={fontPx * 0.42}
                  fill="var(--sheet)"
                  stroke={line.color}
                  stroke-width={fontPx / 6}
                />
              )}
              <text
                x={toX(ends[index].x) + fontPx * 0.7}
                y={labelYs[index] + fontPx * 0.35}
                font-weight={700}
                class="chart-label"
                style={{ fill: line.labelColor ?? 'var(--ink)' }}
              >
                {labels[index]}
              </text>
            </g>
          ))}
        </ChartFrame>
      )}
      <figcaption class="unseen">{twin}</figcaption>
    </figure>
  );
}
