/** The gallery on the page: its picture, its panel, its wall. */

import type { StageEntry } from '../entry.ts';
import { Lazy } from '../lazy.ts';
import { galleryPicture } from './picture.ts';

export const galleryEntry: StageEntry = {
  picture: galleryPicture,
  view: new Lazy(() => import('./view.tsx').then(({ GalleryPanel }) => GalleryPanel)),
  wall: new Lazy(() => import('./wall.tsx').then(({ galleryWall }) => galleryWall)),
  labLine: new Lazy(() => import('./line.ts').then(({ labLine }) => labLine)),
  hasDecision: true,
};
