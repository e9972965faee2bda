/** What the stage of buying pictures remembers. */

import type { PictureSet, PictureSource, PicturesPlan, ShownPicture } from '../../images/market.ts';

export interface Pictures {
  /** Some of what each source sells; null until the referee has drawn it. */
  samples: Record<PictureSource, ShownPicture[]> | null;
}

export interface PicturesTeam {
  plan: PicturesPlan | null;
  /** What is left after cleaning; null until the referee has cleaned it. */
  set: PictureSet | null;
}
