/** The arena on the page: its picture, its panel, its wall. */

import { t } from '../../i18n/t.ts';
import type { StageEntry } from '../entry.ts';
import { Lazy } from '../lazy.ts';
import { arenaPicture } from './picture.ts';

export const arenaEntry: StageEntry = {
  picture: arenaPicture,
  view: new Lazy(() => import('./view.tsx').then(({ ArenaView }) => ArenaView)),
  wall: new Lazy(() => import('./wall.tsx').then(({ arenaWall }) => arenaWall)),
  labLine: new Lazy(() => import('./line.ts').then(({ labLine }) => labLine)),
  repeatLoses: () => t('repeat.arena'),
  hasDecision: false,
  noRepeat: () => t('arena.noRepeat'),
  audience: new Lazy(() => import('./Audience.tsx').then(({ Audience }) => Audience)),
  consoleCard: new Lazy(() => import('./HostVote.tsx').then(({ HostVote }) => HostVote)),
  nextPart: ({ arena }) => (arena && !arena.revealed && arena.votes > 0 ? t('arena.curtains') : null),
};
