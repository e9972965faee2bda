/** A team's shape with eyes, as sprite text: the same outlines as the HTML badge. */
import { TEAM_OUTLINES } from '../../ui/team-shapes.ts';
import { TEAM_HUES } from '../../ui/tokens.ts';
import type { TeamShapeName, Theme } from '../../ui/tokens.ts';

/** SVG of a team's shape, in its hue of the theme; a box of 44 by 44 units around the 40 of the outline. */
export function mascotSvg(shape: TeamShapeName, theme: Theme): string {
  const { path, eyes, eyeRadius, mouth } = TEAM_OUTLINES[shape];
  const { fill, onFill } = TEAM_HUES[theme][shape];
  const balls = eyes
    .map(
      ([x, y]) =>
        `<circle cx="${x}" cy="${y}" r="${eyeRadius}" fill="#FFFFFE" stroke="#1D2433" stroke-width="1.6"/>` +
        `<circle cx="${x + 0.6}" cy="${y + 0.5}" r="${eyeRadius * 0.48}" fill="#0B0E16"/>`,
    )
    .join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 44 44"><path d="${path}" fill="${fill}" stroke="#1D2433" stroke-width="2.5"/>` +
    `${balls}<path d="${mouth}" fill="none" stroke="${onFill}" stroke-width="1.8"/></svg>`
  );
}
