/** Where a match alone begins: a name, how long, and one button. */

import { useSignal } from '@preact/signals';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import { t } from '../i18n/t.ts';
import { errorText } from '../session/errors.ts';
import { suggestName } from '../player/names.ts';
import { Button } from '../ui/Button.tsx';
import { PaperBack } from '../ui/Paper.tsx';
import { TeamShape } from '../ui/TeamShape.tsx';
import { TEAM_SHAPES } from '../ui/tokens.ts';
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
    <main class="join">
      <div class="join-title">
        <div class="join-shapes">
          {TEAM_SHAPES.slice(0, LABS).map((shape) => (
            <TeamShape key={shape} shape={shape} sizePx={34} />
          ))}
        </div>
        <h1>{t('app.name')}</h1>
        <p>{t('app.tagline')}</p>
      </div>
      <form
        class="paper join-card"
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <PaperBack />
        <h2 class="title-face">{t('solo.title')}</h2>
        <p class="small">{t('solo.lead')}</p>
        <label class="field">
          <span>{t('join.name')}</span>
          <input
            value={name.value}
            maxLength={40}
            autoComplete="nickname"
            onInput={(event) => (name.value = event.currentTarget.value)}
          />
        </label>
        <p class="problem" role="alert">
          {problem.value}
        </p>
        <Button
          tone="main"
          submit
          class="wide"
          testId="main-action"
          disabled={busy.value}
          onPress={() => undefined}
        >
          {busy.value ? t('solo.beginning') : t('solo.begin')}
        </Button>
      </form>
      <a class="host-link" href="./">
        {t('solo.withOthers')}
      </a>
    </main>
  );
}
