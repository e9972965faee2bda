/** Painting on the page: its picture, its panel, its wall. */

import { t } from '../../i18n/t.ts';
import type { StageEntry } from '../entry.ts';
import { Lazy } from '../lazy.ts';
import { paintPicture } from './picture.ts';

export const paintEntry: StageEntry = {
  picture: paintPicture,
  view: new Lazy(() => import('./view.tsx').then(({ PaintPanel }) => PaintPanel)),
  wall: new Lazy(() => import('./wall.tsx').then(({ paintWall }) => paintWall)),
  labLine: new Lazy(() => import('./line.ts').then(({ labLine }) => labLine)),
  hasDecision: true,
  nextPart: ({ teams }) =>
    teams.every(({ committed }) => committed.includes('paint')) ? null : t('paint.late'),
};
