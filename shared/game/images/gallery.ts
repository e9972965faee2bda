/** How a lab has its painter paint: how strongly a caption steers, and in how many steps noise becomes a picture. */

import type { ShownPicture } from './market.ts';

/** From a caption that says nothing to one that is followed further than it says; beyond that pictures of such small painters fall apart. */
export const GUIDANCES = [0, 0.5, 1, 2] as const;
type Guidance = (typeof GUIDANCES)[number];
export const PAINT_STEPS = [4, 10, 20, 40] as const;

export interface GalleryPlan {
  guidance: Guidance;
  steps: (typeof PAINT_STEPS)[number];
}

export const DEFAULT_GALLERY_PLAN: GalleryPlan = { guidance: 1, steps: 20 };

/** The same captions from the same noise, painted with each guidance. */
export interface TryOut {
  guidance: Guidance;
  pictures: ShownPicture[];
}
