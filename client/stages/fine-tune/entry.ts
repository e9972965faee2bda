/** Fine-tuning on the page: its picture, its panel, its wall. */

import { OVERTIME_SECONDS } from '../../../shared/game/stages/fine-tune/rules.ts';
import { t } from '../../i18n/t.ts';
import type { StageEntry } from '../entry.ts';
import { Lazy } from '../lazy.ts';
import { fineTunePicture } from './picture.ts';

export const fineTuneEntry: StageEntry = {
  picture: fineTunePicture,
  view: new Lazy(() => import('./view.tsx').then(({ FineTuneView }) => FineTuneView)),
  wall: new Lazy(() => import('./wall.tsx').then(({ fineTuneWall }) => fineTuneWall)),
  labLine: new Lazy(() => import('./line.ts').then(({ labLine }) => labLine)),
  repeatLoses: () => t('repeat.fine-tune'),
  hasDecision: true,
  nextPart: ({ teams }) =>
    teams.every(({ committed }) => committed.includes('fine-tune'))
      ? null
      : t('fine-tune.overtime', { seconds: OVERTIME_SECONDS }),
};
