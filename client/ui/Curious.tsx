/** What lies deeper, folded away: the field's own measures and terms, for whoever wants them. */

import type { ComponentChildren } from 'preact';
import { t } from '../i18n/t.ts';

export function Curious({ children }: { children: ComponentChildren }) {
  return (
    <details class="curious">
      <summary>{t('common.curious')}</summary>
      <p class="small">{children}</p>
    </details>
  );
}
