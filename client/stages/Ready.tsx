/** Says that all labs are done, what comes next, and lets whoever is still talking ask for more time. */

import { t } from '../i18n/t.ts';
import { MORE_SECONDS, MOST_MORE } from '../../shared/game/ready.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { send } from '../session/current.ts';
import { Button } from '../ui/Button.tsx';
import { clockText } from '../ui/clock-text.ts';
import { useSecondsLeft } from '../ui/use-seconds-left.ts';
import { nameOf } from './decision.ts';
import { nextWords } from './next.ts';

/** Who asked for more time last, in words; null where nobody has. */
export function askedWords({ ready, players }: MatchView): string | null {
  const last = ready?.moreIds.at(-1);
  return last === undefined ? null : t('ready.asked', { name: nameOf(players, last) });
}

export function Ready({ match }: { match: MatchView }) {
  const left = useSecondsLeft(match);
  if (!match.ready) return null;
  const mayAsk =
    match.pausedAtMs === null &&
    match.ready.moreIds.length < MOST_MORE &&
    left !== null &&
    left <= MORE_SECONDS;
  return (
    <section class="ready on-mustard" aria-label={t('ready.heading')}>
      <p role="status">
        <b>{t('ready.all')}</b> {askedWords(match)}
      </p>
      <p class="small">
        {left === null
          ? t('ready.nextByHost', { next: nextWords(match) })
          : t('ready.next', { next: nextWords(match), time: clockText(left) })}
      </p>
      {mayAsk && (
        <Button testId="still-talking" onPress={() => void send({ type: 'ready/more' })}>
          {t('ready.still', { seconds: MORE_SECONDS })}
        </Button>
      )}
    </section>
  );
}
