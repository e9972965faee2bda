/** Whether a lab has decided in the stage that a match is in. */

import { t } from '../i18n/t.ts';
import type { MatchView, TeamView } from '../../shared/game/sync/view.ts';

export function hasDecided({ stage }: Pick<MatchView, 'stage'>, { committed }: TeamView): boolean {
  return committed.some((decided) => decided === stage);
}

export function decisionWords(match: Pick<MatchView, 'stage'>, team: TeamView): string {
  return hasDecided(match, team) ? `✓ ${t('projector.done')}` : t('projector.deciding');
}
