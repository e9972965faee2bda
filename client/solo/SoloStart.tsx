/** Where a match alone begins: a name, how long, and one button. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import { t } from '../i18n/t.ts';
import { labsInHall, type HallLabView } from '../session/hall.ts';
import { errorText } from '../session/errors.ts';
import { drawName } from '../i18n/made-name.ts';
import { Choice } from '../ui/Choice.tsx';
import { EntryCard, NameField } from '../ui/EntryCard.tsx';
import { playAlone } from './play-alone.ts';

/** The person's lab and those of the bots. */
const LABS = 3;

/** How long a match alone may last. */
const LENGTHS = ['rehearsal', 'short'] as const;
type Length = (typeof LENGTHS)[number];

/** `isRehearsal` offers the shortest match first. */
export function SoloStart({
  experiment,
  isRehearsal,
}: Pick<CreateMatchBody, 'experiment'> & { isRehearsal: boolean }) {
  const preset = useSignal<Length>(isRehearsal ? 'rehearsal' : 'short');
  const name = useSignal(drawName());
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);
  const rival = useSignal<HallLabView | null>(null);
  useEffect(() => {
    const wanted = new URLSearchParams(location.search).get('against');
    if (wanted === null) return;
    void labsInHall().then((reply) => {
      if (reply.ok) rival.value = reply.value.find(({ id }) => id === wanted) ?? null;
    });
  }, []);

  const begin = async (): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    const reply = await playAlone(name.value, { preset: preset.value, experiment }, rival.value?.card);
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
      {rival.value && <p>{t('hall.rival', { lab: rival.value.card.name })}</p>}
      <Choice
        legend={t('host.preset')}
        name="preset"
        options={LENGTHS.map((value) => ({ value, label: t(`host.preset.${value}`) }))}
        value={preset.value}
        onChoose={(value) => (preset.value = value)}
      />
      <NameField name={name.value} onInput={(text) => (name.value = text)} />
    </EntryCard>
  );
}
