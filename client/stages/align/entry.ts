/** The align stage on the page: its picture, its panel, its wall. */

import { t } from '../../i18n/t.ts';
import type { StageEntry } from '../entry.ts';
import { Lazy } from '../lazy.ts';
import { alignPicture } from './picture.ts';

export const alignEntry: StageEntry = {
  picture: alignPicture,
  view: new Lazy(() => import('./view.tsx').then(({ AlignView }) => AlignView)),
  wall: new Lazy(() => import('./wall.tsx').then(({ alignWall }) => alignWall)),
  labLine: new Lazy(() => import('./line.ts').then(({ labLine }) => labLine)),
  repeatLoses: () => t('repeat.align'),
  audience: new Lazy(() => import('./Audience.tsx').then(({ Audience }) => Audience)),
  hasDecision: true,
};
