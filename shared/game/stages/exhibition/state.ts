/** What the exhibition remembers of a lab: what its painter paints for all to see, measured. */

import type { Exhibit, ImageScore } from '../../images/exhibit.ts';
import type { GalleryPlan } from '../../images/gallery.ts';
import type { PictureSet, PicturesPlan } from '../../images/market.ts';
import type { PaintPlan } from '../../images/painter.ts';

/** What a lab decided on its way, which all may know now. */
export interface PaintedBy {
  pictures: PicturesPlan;
  set: PictureSet | null;
  paint: PaintPlan;
  steps: number;
  gallery: GalleryPlan;
}

export interface ExhibitionTeam {
  /** Null until the referee has measured it. */
  exhibit: Exhibit | null;
  score: ImageScore | null;
  by: PaintedBy | null;
}
