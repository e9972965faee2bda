/** How pairs are made and votes are weighed, told before anybody votes; folded away once there is a pair to look at. */

import { t } from '../../i18n/t.ts';
import { playingTeams, type MatchView } from '../../../shared/game/sync/view.ts';

export function HowPaired({ match, isOpen }: { match: MatchView; isOpen: boolean }) {
  const labs = playingTeams(match).length;
  return (
    <details class="how-paired" open={isOpen}>
      <summary>{t('arena.how')}</summary>
      <ul>
        <li>{labs > 1 ? t('arena.how.meet') : t('arena.how.alone')}</li>
        <li>{t('arena.how.half')}</li>
        <li>{t('arena.how.own')}</li>
        <li>{t('arena.how.weigh')}</li>
      </ul>
    </details>
  );
}
