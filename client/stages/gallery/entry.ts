/** The gallery on the page: its picture, its panel. */

import type { StageEntry } from '../entry.ts';
import { Lazy } from '../lazy.ts';
import { galleryPicture } from './picture.ts';

export const galleryEntry: StageEntry = {
  picture: galleryPicture,
  view: new Lazy(() => import('./view.tsx').then(({ GalleryPanel }) => GalleryPanel)),
  labLine: new Lazy(() => import('./line.ts').then(({ labLine }) => labLine)),
  hasDecision: true,
};
