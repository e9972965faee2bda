/** The host deletes the match, with all that the server keeps of it. Asked twice, since nothing brings it back. */

import { useSignal } from '@preact/signals';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { t } from '../i18n/t.ts';
import { endSession, session } from '../session/current.ts';
import { fillRoute } from '../session/http.ts';
import { Button } from '../ui/Button.tsx';

async function deleteMatch(code: string): Promise<void> {
  const here = session.peek();
  const body = new TextEncoder().encode(JSON.stringify({ version: PROTOCOL_VERSION, code }));
  const reply = await here.postBytes(fillRoute(ROUTES.endMatch, { code }), body);
  if (reply.ok) endSession(null);
  else here.toasts.showError(reply.error);
}

export function DeleteMatch({ code }: { code: string }) {
  const isSure = useSignal(false);
  return isSure.value ? (
    <div class="sure" role="alertdialog" aria-label={t('console.delete')}>
      <p class="small">{t('console.deleteSure')}</p>
      <Button tone="bad" onPress={() => void deleteMatch(code)}>
        {t('console.deleteYes')}
      </Button>
      <Button onPress={() => (isSure.value = false)}>{t('common.cancel')}</Button>
    </div>
  ) : (
    <button type="button" class="link" onClick={() => (isSure.value = true)}>
      {t('console.delete')}
    </button>
  );
}
