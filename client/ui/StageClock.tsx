/** The clock of the stage that is on; where timers are off it says so. */

import { t } from '../i18n/t.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { Clock } from './Clock.tsx';

/** Whether there is anything to show: a clock, a pause, or that timers are off. */
export function showsClock({ stageEndsAtMs, pausedAtMs, untimed }: MatchView): boolean {
  return stageEndsAtMs !== null || pausedAtMs !== null || untimed;
}

export function StageClock({ match, sizePx }: { match: MatchView; sizePx?: number }) {
  const { stage, stageEndsAtMs, pausedAtMs, settings, untimed } = match;
  if (untimed && stageEndsAtMs === null && pausedAtMs === null)
    return <b class="clock untimed">{t('clock.off')}</b>;
  return (
    <Clock
      stageEndsAtMs={stageEndsAtMs}
      pausedAtMs={pausedAtMs}
      stageSeconds={settings?.stageSeconds[stage] ?? null}
      {...(sizePx === undefined ? {} : { sizePx })}
    />
  );
}
