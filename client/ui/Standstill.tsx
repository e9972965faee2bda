/** Says why the match waits without anybody having paused it: the server was restarted, or the host is gone. */

import { t } from '../i18n/t.ts';
import { HOST_GONE_SECONDS } from '../../shared/game/course.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';

/** In short where there is little room; null where nothing waits. */
export function standstillWords({
  broughtBack,
  isHostMissed,
}: Pick<MatchView, 'broughtBack' | 'isHostMissed'>): string | null {
  if (broughtBack) return t('brought-back.short');
  return isHostMissed ? t('host-missed.short') : null;
}

export function Standstill({ match, isHost = false }: { match: MatchView; isHost?: boolean }) {
  const { broughtBack, isHostMissed } = match;
  if (!broughtBack && !isHostMissed) return null;
  return (
    <p class="brought-back" role="status">
      {broughtBack
        ? t(`brought-back.${broughtBack}`)
        : t(isHost ? 'host-missed.host' : 'host-missed.player', { seconds: HOST_GONE_SECONDS })}
    </p>
  );
}
