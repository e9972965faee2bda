/** Where a match alone begins: a name, how long, and one button. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import { t } from '../i18n/t.ts';
import { labsInHall } from '../session/hall.ts';
import { errorText } from '../session/errors.ts';
import { drawName } from '../i18n/made-name.ts';
import { Choice } from '../ui/Choice.tsx';
import { EntryCard, NameField } from '../ui/EntryCard.tsx';
import { playAlone } from './play-alone.ts';
import { Paper } from '../ui/Paper.tsx';
import { OpenHome, type OpenedHomeModel } from '../home/OpenHome.tsx';
import type { OfferedText } from '../lab/class-text/examine.ts';
import { OwnBook } from './OwnBook.tsx';
import type { SoloWishes } from './solo-match.ts';

type Rival = NonNullable<SoloWishes['against']>;

/** The lab of a model that was brought, where its file says what it chose. */
function rivalOf({ card, plans }: OpenedHomeModel): Rival | null {
  return plans.data && plans.scale ? { name: card.lab, plans } : null;
}

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
  const rival = useSignal<Rival | null>(null);
  /** A text of the person's own, for the market. */
  const book = useSignal<OfferedText | null>(null);
  /** The lab whose model was brought from home. */
  const brought = useSignal<string | null>(null);
  useEffect(() => {
    const wanted = new URLSearchParams(location.search).get('against');
    if (wanted === null) return;
    void labsInHall().then((reply) => {
      if (reply.ok) rival.value = reply.value.find(({ id }) => id === wanted)?.card ?? null;
    });
  }, []);

  const bring = (home: OpenedHomeModel | null): void => {
    brought.value = home?.card.lab ?? null;
    rival.value = home && rivalOf(home);
  };

  const begin = async (): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    const reply = await playAlone(
      name.value,
      { preset: preset.value, experiment },
      { against: rival.value ?? undefined, text: book.value },
    );
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
        <>
          <Paper seed={4} class="bring-card">
            <OwnBook text={book.value} onChange={(text) => (book.value = text)} />
          </Paper>
          <Paper seed={3} class="bring-card">
            <OpenHome
              onOpened={bring}
              ways={
                brought.value && (
                  <p>{t(rival.value ? 'home.rival' : 'home.noRival', { lab: brought.value })}</p>
                )
              }
            />
          </Paper>
          <a class="host-link" href="./">
            {t('solo.withOthers')}
          </a>
        </>
      }
    >
      <h2 class="title-face">{t('solo.title')}</h2>
      <p class="small">{t('solo.lead', { bots: LABS - 1 })}</p>
      {rival.value && !brought.value && <p>{t('hall.rival', { lab: rival.value.name })}</p>}
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
