/** The exhibition on the page: its picture, its panel, its wall. */

import { t } from '../../i18n/t.ts';
import type { StageEntry } from '../entry.ts';
import { Lazy } from '../lazy.ts';
import { exhibitionPicture } from './picture.ts';

export const exhibitionEntry: StageEntry = {
  picture: exhibitionPicture,
  view: new Lazy(() => import('./view.tsx').then(({ ExhibitionPanel }) => ExhibitionPanel)),
  wall: new Lazy(() => import('./wall.tsx').then(({ exhibitionWall }) => exhibitionWall)),
  audience: new Lazy(() => import('./Audience.tsx').then(({ Audience }) => Audience)),
  labLine: new Lazy(() => import('./line.ts').then(({ labLine }) => labLine)),
  hasDecision: false,
  noRepeat: () => t('exhibition.noRepeat'),
};
