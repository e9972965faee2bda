/** The scale stage on the page: its picture, its panel, its wall. */

import { t } from '../../i18n/t.ts';
import type { StageEntry } from '../entry.ts';
import { Lazy } from '../lazy.ts';
import { scalePicture } from './picture.ts';

export const scaleEntry: StageEntry = {
  picture: scalePicture,
  view: new Lazy(() => import('./view.tsx').then(({ ScaleView }) => ScaleView)),
  wall: new Lazy(() => import('./wall.tsx').then(({ scaleWall }) => scaleWall)),
  labLine: new Lazy(() => import('./line.ts').then(({ labLine }) => labLine)),
  repeatLoses: () => t('repeat.scale'),
  hasDecision: true,
};
