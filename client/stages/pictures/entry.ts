/** Buying pictures on the page: its picture, its panel. */

import type { StageEntry } from '../entry.ts';
import { Lazy } from '../lazy.ts';
import { picturesPicture } from './picture.ts';

export const picturesEntry: StageEntry = {
  picture: picturesPicture,
  view: new Lazy(() => import('./view.tsx').then(({ PicturesPanel }) => PicturesPanel)),
  labLine: new Lazy(() => import('./line.ts').then(({ labLine }) => labLine)),
  hasDecision: true,
};
