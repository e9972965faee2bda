/** Where a match alone begins: a name, how long, and one button. */

import { useSignal } from '@preact/signals';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import { t } from '../i18n/t.ts';
import { errorText } from '../session/errors.ts';
import { suggestName } from '../player/names.ts';
import { EntryCard, NameField } from '../ui/EntryCard.tsx';
import { playAlone } from './play-alone.ts';

/** The person's lab and those of the bots. */
const LABS = 3;

export function SoloStart({ experiment }: Pick<CreateMatchBody, 'experiment'>) {
  const name = useSignal(suggestName(Math.random(), Math.random()));
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);

  const begin = async (): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    const reply = await playAlone(name.value, { preset: 'short', experiment });
    busy.value = false;
    if (!reply.ok) problem.value = errorText(reply.error);
  };

  return (
    <EntryCard
      shapes={LABS}
      problem={problem.value}
      busy={busy.value}
      submitText={busy.value ? t('solo.beginning') : t('solo.begin')}
      onSubmit={() => void begin()}
      links={
        <a class="host-link" href="./">
          {t('solo.withOthers')}
        </a>
      }
    >
      <h2 class="title-face">{t('solo.title')}</h2>
      <p class="small">{t('solo.lead', { bots: LABS - 1 })}</p>
      <NameField name={name.value} onInput={(text) => (name.value = text)} />
    </EntryCard>
  );
}
