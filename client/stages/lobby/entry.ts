/** The lobby on the page: its picture, its panel. */

import type { StageEntry } from '../entry.ts';
import { Lazy } from '../lazy.ts';
import { lobbyPicture } from './picture.ts';

export const lobbyEntry: StageEntry = {
  picture: lobbyPicture,
  view: new Lazy(() => import('./view.tsx').then(({ LobbyView }) => LobbyView)),
  consoleCard: new Lazy(() => import('./ClassTextCard.tsx').then(({ ClassTextCard }) => ClassTextCard)),
  labLine: new Lazy(() => import('./line.ts').then(({ labLine }) => labLine)),
  hasDecision: false,
};
