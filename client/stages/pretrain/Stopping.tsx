/** To stop a run early: asked for once more before it happens, and for a few seconds to be taken back. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { TAKE_BACK_SECONDS } from '../../../shared/game/stages/pretrain/plan.ts';
import type { RunView } from '../../../shared/game/sync/view.ts';
import { send, serverNowMs } from '../../session/current.ts';
import { Button } from '../../ui/Button.tsx';

export function StopEarly({ run, onStop }: { run: RunView; onStop: () => void }) {
  const isAsked = useSignal(false);
  if (!isAsked.value)
    return (
      <Button testId="stop-early" onPress={() => (isAsked.value = true)}>
        {t('pretrain.stop')}
      </Button>
    );
  const share = run.tokensTotal > 0 ? run.tokensUsed / run.tokensTotal : 0;
  return (
    <div class="stopping" role="alertdialog" aria-label={t('pretrain.stop')}>
      <p class="small">{t('pretrain.stopSure', { share: Math.round(100 * share) })}</p>
      <div class="row">
        <Button
          tone="bad"
          testId="stop-yes"
          onPress={() => {
            isAsked.value = false;
            onStop();
          }}
        >
          {t('pretrain.stopYes')}
        </Button>
        <Button tone="plain" onPress={() => (isAsked.value = false)}>
          {t('pretrain.stopNo')}
        </Button>
      </div>
    </div>
  );
}

/** The way back, as long as there is one. */
export function TakeBack({ run: { stoppedAtMs } }: { run: RunView }) {
  const now = useSignal(serverNowMs());
  useEffect(() => {
    const timer = setInterval(() => (now.value = serverNowMs()), 250);
    return () => clearInterval(timer);
  }, []);
  if (stoppedAtMs === null) return null;
  const left = Math.ceil(TAKE_BACK_SECONDS - (now.value - stoppedAtMs) / 1000);
  if (left <= 0) return null;
  return (
    <Button class="take-back" testId="take-back" onPress={() => void send({ type: 'pretrain/read-on' })}>
      {t('pretrain.takeBack', { seconds: Math.min(left, TAKE_BACK_SECONDS) })}
    </Button>
  );
}
