/** A team's shape with eyes, as inline SVG: hue and shape together, so that color is never the only sign. */
import { TEAM_OUTLINES } from './team-shapes.ts';
import type { TeamShapeName } from './tokens.ts';

export interface TeamShapeProps {
  shape: TeamShapeName;
  /** Side of the square it fills, in CSS pixels; 28 unless told. */
  sizePx?: number;
  /** The team's name for screen readers; without it the picture is hidden from them, for a name beside it. */
  label?: string;
}

/** The badge of a team: its cut-out in the team's hue, looking at the reader. */
export function TeamShape({ shape, sizePx = 28, label }: TeamShapeProps) {
  const outline = TEAM_OUTLINES[shape];
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': label };
  return (
    <svg class="team-shape" viewBox="-1 -1 42 42" width={sizePx} height={sizePx} {...named}>
      <g stroke="var(--outline)" stroke-linejoin="round" stroke-linecap="round">
        <path d={outline.path} fill={`var(--team-${shape})`} stroke-width="2.4" />
        {outline.eyes.map(([x, y]) => (
          <g key={x}>
            <circle cx={x} cy={y} r={outline.eyeRadius} fill="#FFFFFF" stroke-width="1.4" />
            <circle cx={x + 0.7} cy={y + 0.4} r={outline.eyeRadius * 0.45} fill="#1D2433" stroke="none" />
          </g>
        ))}
      </g>
      <path
        d={outline.mouth}
        fill="none"
        stroke={`var(--on-team-${shape})`}
        stroke-width="1.6"
        stroke-linecap="round"
      />
    </svg>
  );
}
