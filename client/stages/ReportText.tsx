/** Reports a pair of answers: it is gone from this screen at once. */

import { useSignal } from '@preact/signals';
import { t } from '../i18n/t.ts';
import { send } from '../session/current.ts';

export function ReportText({ pairId, onGone }: { pairId: string; onGone: () => void }) {
  const isSending = useSignal(false);
  const report = async (): Promise<void> => {
    isSending.value = true;
    const reply = await send({ type: 'text/report', pairId });
    isSending.value = false;
    if (reply.ok) onGone();
  };
  return (
    <button type="button" class="link report-text" disabled={isSending.value} onClick={() => void report()}>
      {t('report-text.report')}
    </button>
  );
}
