/** The debrief on the page: its picture, its panel, its wall. */

import { t } from '../../i18n/t.ts';
import type { StageEntry } from '../entry.ts';
import { Lazy } from '../lazy.ts';
import { debriefPicture } from './picture.ts';

export const debriefEntry: StageEntry = {
  picture: debriefPicture,
  view: new Lazy(() => import('./view.tsx').then(({ DebriefView }) => DebriefView)),
  wall: new Lazy(() => import('./wall.tsx').then(({ debriefWall }) => debriefWall)),
  audience: new Lazy(() => import('./Audience.tsx').then(({ Audience }) => Audience)),
  labLine: new Lazy(() => import('./line.ts').then(({ labLine }) => labLine)),
  consoleCard: new Lazy(() => import('./RoomQuestions.tsx').then(({ RoomQuestions }) => RoomQuestions)),
  hasDecision: false,
  noRepeat: () => t('debrief.noRepeat'),
};
