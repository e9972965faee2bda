/** The test on the page: its picture, its panel, its wall. */

import { t } from '../../i18n/t.ts';
import type { StageEntry } from '../entry.ts';
import { Lazy } from '../lazy.ts';
import { testPicture } from './picture.ts';

export const testEntry: StageEntry = {
  picture: testPicture,
  view: new Lazy(() => import('./view.tsx').then(({ TestView }) => TestView)),
  wall: new Lazy(() => import('./wall.tsx').then(({ testWall }) => testWall)),
  labLine: new Lazy(() => import('./line.ts').then(({ labLine }) => labLine)),
  repeatLoses: () => t('repeat.test'),
  hasDecision: true,
};
