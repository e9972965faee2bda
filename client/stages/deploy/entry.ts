/** The deploy stage on the page: its picture, its panel, its wall, and the console's card of the town. */

import { t } from '../../i18n/t.ts';
import type { StageEntry } from '../entry.ts';
import { Lazy } from '../lazy.ts';
import { deployPicture } from './picture.ts';

export const deployEntry: StageEntry = {
  picture: deployPicture,
  view: new Lazy(() => import('./view.tsx').then(({ DeployPanel }) => DeployPanel)),
  wall: new Lazy(() => import('./wall.tsx').then(({ deployWall }) => deployWall)),
  labLine: new Lazy(() => import('./line.ts').then(({ labLine }) => labLine)),
  consoleCard: new Lazy(() => import('./TownCard.tsx').then(({ TownCard }) => TownCard)),
  repeatLoses: () => t('repeat.deploy'),
  hasDecision: true,
};
