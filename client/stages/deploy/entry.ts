/** The deploy stage on the page: its picture, its panel, its wall, and the console's card of the town. */

import type { MatchView } from '../../../shared/game/sync/view.ts';
import { t } from '../../i18n/t.ts';
import type { StageEntry } from '../entry.ts';
import { Lazy } from '../lazy.ts';
import { dayOf } from '../../../shared/game/stages/deploy/shown.ts';
import { deployPicture } from './picture.ts';

/** The hour of the day in town that is served next; none after the last, and where no lab has a model to serve. */
function nextHour(match: MatchView): string | null {
  const day = dayOf(match);
  const hasModels = day?.isOpen ? day.labs.length > 0 : match.teams.some(({ runs }) => runs.pretrain);
  if (!day || !hasModels) return null;
  const hour = day.hoursDone + (day.isServing ? 1 : 0) + 1;
  return hour > day.hourCount ? null : t('deploy.hour', { hour, count: day.hourCount });
}

export const deployEntry: StageEntry = {
  picture: deployPicture,
  view: new Lazy(() => import('./view.tsx').then(({ DeployPanel }) => DeployPanel)),
  wall: new Lazy(() => import('./wall.tsx').then(({ deployWall }) => deployWall)),
  labLine: new Lazy(() => import('./line.ts').then(({ labLine }) => labLine)),
  consoleCard: new Lazy(() => import('./TownCard.tsx').then(({ TownCard }) => TownCard)),
  repeatLoses: () => t('repeat.deploy'),
  hasDecision: true,
  nextPart: nextHour,
};
