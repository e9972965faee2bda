/** The way back: a page that somebody took home is opened here, and its model speaks again. */

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { t } from '../i18n/t.ts';
import { engineHost } from '../lab/engine/host.ts';
import { openHomeFile, type OpenedHome } from '../lab/home-file.ts';
import { AskForm } from '../ui/AskForm.tsx';
import { CardLines } from './CardLines.tsx';

type Opened = Extract<OpenedHome, { ok: true }>;
export type OpenedHomeModel = Opened['home'];

async function ask({ home: { card }, model }: Opened, text: string): Promise<string> {
  const { engine } = await engineHost();
  const seed = Math.floor(Math.random() * 2 ** 32);
  return engine.talk({ model, text, manner: card.manner, seed });
}

export interface OpenHomeProps {
  /** Told of the model that was opened, and of none when another file is no model. */
  onOpened?: (opened: OpenedHomeModel | null) => void;
  /** What can be done with it here. */
  ways?: ComponentChildren;
}

export function OpenHome({ onOpened, ways }: OpenHomeProps) {
  const state = useSignal<OpenedHome | 'reading' | null>(null);
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    state.value = 'reading';
    const opened = await openHomeFile(file).catch(() => ({ ok: false, reason: 'edited' }) as const);
    state.value = opened;
    onOpened?.(opened.ok ? opened.home : null);
  };
  const { value: now } = state;
  return (
    <details class="open-home">
      <summary>{t('home.open')}</summary>
      <p class="small">{t('home.openAbout')}</p>
      <label class="field">
        <span>{t('home.choose')}</span>
        <input
          type="file"
          accept=".html,text/html"
          data-testid="home-file"
          onChange={(event) => void open(event.currentTarget.files?.[0])}
        />
      </label>
      <div aria-live="polite">
        {now === 'reading' && <p>{t('home.opening')}</p>}
        {now !== null && now !== 'reading' && !now.ok && (
          <p class="problem" data-testid="home-problem">
            {t(`home.problem.${now.reason}`)}
          </p>
        )}
        {now !== null && now !== 'reading' && now.ok && (
          <>
            <p data-testid="home-opened">
              <b>{t('home.opened', { lab: now.home.card.lab })}</b>
            </p>
            {ways}
            <AskForm
              key={now.model.name}
              name="home"
              manner={now.home.card.manner}
              ideas={now.home.card.ideas}
              ask={(text) => ask(now, text)}
            />
            <CardLines card={now.home.card} />
          </>
        )}
      </div>
    </details>
  );
}
