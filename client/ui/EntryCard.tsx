/** The first card of every page: the game's name, what to fill in, and the one button. */

import type { ComponentChildren } from 'preact';
import { t } from '../i18n/t.ts';
import { Button } from './Button.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { PaperBack } from './Paper.tsx';
import { shapeOf } from './team.ts';
import { TeamShape } from './TeamShape.tsx';

export interface EntryCardProps {
  /** How many labs' shapes stand above the name. */
  shapes: number;
  problem: string | null;
  busy: boolean;
  submitText: string;
  onSubmit: () => void;
  children: ComponentChildren;
  /** What stands on the card below its main button. */
  below?: ComponentChildren;
  /** Links to the other pages, under the card. */
  links?: ComponentChildren;
}

export function EntryCard({
  shapes,
  problem,
  busy,
  submitText,
  onSubmit,
  children,
  below,
  links,
}: EntryCardProps) {
  return (
    <main class="join">
      <div class="join-title">
        <div class="join-shapes">
          {Array.from({ length: shapes }, (_, look) => (
            <TeamShape key={look} shape={shapeOf(look)} sizePx={34} />
          ))}
        </div>
        <h1>{t('app.name')}</h1>
        <p>{t('app.tagline')}</p>
      </div>
      <form
        class="paper join-card"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <PaperBack />
        {children}
        <p class="problem" role="alert">
          {problem}
        </p>
        <Button
          tone="main"
          submit
          class="wide"
          testId="main-action"
          disabled={busy}
          onPress={() => undefined}
        >
          {submitText}
        </Button>
        {below}
      </form>
      {links}
      <LanguageSwitch />
    </main>
  );
}

/** Where a match's code goes in; `hint` says where it stands. */
export function CodeField({
  code,
  hint,
  onInput,
}: {
  code: string;
  hint?: string;
  onInput: (text: string) => void;
}) {
  return (
    <label class="field">
      <span>{t('join.code')}</span>
      <input
        class="code-input"
        value={code}
        maxLength={12}
        autoComplete="off"
        autoCapitalize="characters"
        spellcheck={false}
        aria-describedby={hint && 'code-hint'}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {hint && <small id="code-hint">{hint}</small>}
    </label>
  );
}

/** Where the player's name goes in. */
export function NameField({ name, onInput }: { name: string; onInput: (name: string) => void }) {
  return (
    <label class="field">
      <span>{t('join.name')}</span>
      <input
        value={name}
        maxLength={40}
        autoComplete="nickname"
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}
