/** Pretraining on the page: its picture, its panel, its wall. */

import { t } from '../../i18n/t.ts';
import type { StageEntry } from '../entry.ts';
import { Lazy } from '../lazy.ts';
import { pretrainPicture } from './picture.ts';

export const pretrainEntry: StageEntry = {
  picture: pretrainPicture,
  view: new Lazy(() => import('./view.tsx').then(({ PretrainView }) => PretrainView)),
  wall: new Lazy(() => import('./wall.tsx').then(({ pretrainWall }) => pretrainWall)),
  labLine: new Lazy(() => import('./line.ts').then(({ labLine }) => labLine)),
  repeatLoses: () => t('repeat.pretrain'),
  hasDecision: false,
};
