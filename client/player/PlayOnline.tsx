/** The way into a match without a host: with strangers, or with friends who get its code. */

import { useSignal, type Signal } from '@preact/signals';
import type { QuickKind } from '../../shared/game/settings.ts';
import { t } from '../i18n/t.ts';
import { errorText } from '../session/errors.ts';
import { experimentInLink } from '../session/link.ts';
import { playOnline } from '../session/quick.ts';
import { Button } from '../ui/Button.tsx';

/** Waiting, eight stages and a look at the results. */
const MINUTES = 10;

export function PlayOnline({ name, problem }: { name: string; problem: Signal<string | null> }) {
  const busy = useSignal(false);
  const play = async (kind: QuickKind): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    const reply = await playOnline(name, { kind, experiment: experimentInLink(location.search) });
    busy.value = false;
    if (!reply.ok) problem.value = errorText(reply.error);
  };
  return (
    <section class="play-online">
      <h2>{t('quick.or')}</h2>
      <Button class="wide" testId="play-online" disabled={busy.value} onPress={() => void play('public')}>
        {busy.value ? t('quick.looking') : t('quick.play')}
      </Button>
      <p class="small">{t('quick.about', { minutes: MINUTES })}</p>
      <button type="button" class="link" disabled={busy.value} onClick={() => void play('private')}>
        {t('quick.friends')}
      </button>
    </section>
  );
}
