/** Says over every page that its line is down: whose fault that is, and what happens next. */

import { t } from '../i18n/t.ts';
import { connection, trouble } from '../session/current.ts';
import { errorText, type ClientError } from '../session/errors.ts';

function reasonText(error: ClientError | null): string {
  if (!navigator.onLine) return t('connection.noNetwork');
  if (!error) return t('connection.reconnecting');
  if (error.code === 'client/offline') return t('connection.noAnswer');
  if (error.code === 'protocol/server_busy') return t('connection.serverBusy');
  return errorText(error);
}

export function ConnectionBanner() {
  if (connection.value !== 'reconnecting') return null;
  return (
    <p class="offline" role="status">
      {reasonText(trouble.value)}{' '}
      {navigator.onLine && trouble.value && (
        <a href="check.html" target="_blank" rel="noopener">
          {t('check.link')}
        </a>
      )}
    </p>
  );
}
