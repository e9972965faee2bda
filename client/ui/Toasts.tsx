/** Toasts: what went wrong or what a teammate did, spoken politely and gone after a while. */

import { t } from '../i18n/t.ts';
import { session } from '../session/current.ts';
import { PaperBack } from './Paper.tsx';

export function Toasts() {
  const { toasts } = session.value;
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.list.value.map((toast) => (
        <div key={toast.id} class={`paper toast ${toast.tone}`}>
          <PaperBack
            cut="slip"
            seed={toast.id}
            fill={toast.tone === 'bad' ? 'var(--blush)' : 'var(--cream)'}
          />
          <p>{toast.text}</p>
          <button
            type="button"
            class="icon-button"
            aria-label={t('common.dismiss')}
            onClick={() => toasts.dismiss(toast.id)}
          >
            <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
              <path
                d="m4 4 12 12M16 4 4 16"
                stroke="currentColor"
                stroke-width="2.4"
                stroke-linecap="round"
              />
            </svg>
          </button>
        </div>
      ))}
    </div>
  );
}
