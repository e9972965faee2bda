/** A team's shape and color from its number. */

import { TEAM_SHAPES, type TeamShapeName } from './tokens.ts';

/** The shape a team wears. */
export function shapeOf(look: number): TeamShapeName {
  return TEAM_SHAPES[look % TEAM_SHAPES.length];
}

/** The team's hue as CSS: for lines and fills, never for text. */
export function hueOf(look: number): string {
  return `var(--team-${shapeOf(look)})`;
}
