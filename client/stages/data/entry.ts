/** The data stage on the page: its picture, its panel, its wall. */

import { t } from '../../i18n/t.ts';
import type { StageEntry } from '../entry.ts';
import { Lazy } from '../lazy.ts';
import { dataPicture } from './picture.ts';

export const dataEntry: StageEntry = {
  picture: dataPicture,
  view: new Lazy(() => import('./view.tsx').then(({ DataView }) => DataView)),
  wall: new Lazy(() => import('./wall.tsx').then(({ dataWall }) => dataWall)),
  labLine: new Lazy(() => import('./line.ts').then(({ labLine }) => labLine)),
  repeatLoses: () => t('repeat.data'),
  hasDecision: true,
};
