/** Puts the lab that won into the hall of past labs: its people may, and a host. */

import { useSignal } from '@preact/signals';
import { t } from '../i18n/t.ts';
import { session } from '../session/current.ts';
import { enterHall } from '../session/hall.ts';
import { Button } from '../ui/Button.tsx';

export function EnterHall() {
  const state = useSignal<'open' | 'asking' | 'in'>('open');
  const enter = async (): Promise<void> => {
    state.value = 'asking';
    const reply = await enterHall();
    state.value = reply.ok ? 'in' : 'open';
    if (!reply.ok) session.peek().toasts.showError(reply.error);
  };
  if (state.value === 'in')
    return (
      <p role="status">
        {t('hall.isIn')}{' '}
        <a class="link" href="/online" target="_blank" rel="noopener">
          {t('hall.look')}
        </a>
      </p>
    );
  return (
    <>
      <Button testId="enter-hall" disabled={state.value === 'asking'} onPress={() => void enter()}>
        {t('hall.enter')}
      </Button>
      <p class="small">{t('hall.enterAbout')}</p>
    </>
  );
}
