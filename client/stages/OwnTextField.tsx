/** Where a player pastes a text of their own, which never leaves the page. */

import { LEAST_LETTERS } from '../../shared/data/own-text.ts';
import { t } from '../i18n/t.ts';
import type { SeatSignal } from '../session/per-seat.ts';

export function OwnTextField({ draft }: { draft: SeatSignal<string> }) {
  return (
    <label class="field">
      <span>{t('ownText.label')}</span>
      <textarea
        class="own-text"
        rows={4}
        value={draft.value}
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => (draft.value = event.currentTarget.value)}
      />
      <small>{t('ownText.hint', { least: LEAST_LETTERS })}</small>
    </label>
  );
}
