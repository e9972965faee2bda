/** What the gallery remembers of a lab: how it has its painter paint, and what it has seen before it decided. */

import type { GalleryPlan, TryOut } from '../../images/gallery.ts';

export interface GalleryTeam {
  plan: GalleryPlan | null;
  /** Null until the referee has painted them. */
  tried: TryOut[] | null;
}
