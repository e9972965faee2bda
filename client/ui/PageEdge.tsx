/** What lies over every page: the line's state, messages, the help card and the paper's grain. */

import { t } from '../i18n/t.ts';
import { connection } from '../session/current.ts';
import { HelpCard } from './HelpCard.tsx';
import { Toasts } from './Toasts.tsx';

export function PageEdge() {
  return (
    <>
      {connection.value === 'reconnecting' && (
        <p class="offline" role="status">
          {t('connection.reconnecting')}
        </p>
      )}
      <Toasts />
      <HelpCard />
      <div class="grain" aria-hidden="true" />
    </>
  );
}
