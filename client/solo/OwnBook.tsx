/** A text that whoever plays alone brings to the market of their own match. */

import { useSignal } from '@preact/signals';
import type { OfferedText } from '../lab/class-text/examine.ts';
import { t } from '../i18n/t.ts';
import { BringText } from '../stages/lobby/BringText.tsx';
import { Button } from '../ui/Button.tsx';

export function OwnBook({
  text,
  onChange,
}: {
  text: OfferedText | null;
  onChange: (text: OfferedText | null) => void;
}) {
  const isOpen = useSignal(false);
  const put = async (offered: OfferedText): Promise<void> => onChange(offered);
  return (
    <details class="open-home" onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary data-testid="own-book">{t('classText.title')}</summary>
      <p class="small">{t('solo.bookLead')}</p>
      {isOpen.value && !text && <BringText put={put} putting={t('classText.put')} />}
      {text && (
        <div data-testid="own-book-kept">
          <p>{t('solo.bookKept', { name: text.name, license: text.license })}</p>
          <Button tone="plain" onPress={() => onChange(null)}>
            {t('classText.remove')}
          </Button>
        </div>
      )}
    </details>
  );
}
