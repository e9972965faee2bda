/** The way in: a code, a name, one button. */

import { useSignal } from '@preact/signals';
import { t } from '../i18n/t.ts';
import { errorText } from '../session/errors.ts';
import { cleanCode, codeInLink } from '../session/link.ts';
import { findSeat } from '../session/seat.ts';
import { goodbye, openSeat, takeSeat } from '../session/current.ts';
import { Button } from '../ui/Button.tsx';
import { PaperBack } from '../ui/Paper.tsx';
import { TeamShape } from '../ui/TeamShape.tsx';
import { TEAM_SHAPES } from '../ui/tokens.ts';
import { suggestName } from './names.ts';

export function JoinForm() {
  const code = useSignal(codeInLink(location.search));
  const name = useSignal(suggestName(Math.random(), Math.random()));
  const problem = useSignal<string | null>(goodbye.peek() ? errorText(goodbye.peek()!) : null);
  const busy = useSignal(false);
  const returning = findSeat('player', code.value);

  const enter = async (): Promise<void> => {
    if (busy.value) return;
    if (code.value.length < 4) {
      problem.value = t('join.codeMissing');
      return;
    }
    busy.value = true;
    problem.value = null;
    const reply = await takeSeat(code.value, name.value);
    busy.value = false;
    if (!reply.ok) problem.value = errorText(reply.error);
  };

  return (
    <main class="join">
      <div class="join-title">
        <div class="join-shapes">
          {TEAM_SHAPES.slice(0, 6).map((shape) => (
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
          void enter();
        }}
      >
        <PaperBack />
        <label class="field">
          <span>{t('join.code')}</span>
          <input
            class="code-input"
            value={code.value}
            maxLength={12}
            autoComplete="off"
            autoCapitalize="characters"
            spellcheck={false}
            aria-describedby="code-hint"
            onInput={(event) => (code.value = cleanCode(event.currentTarget.value))}
          />
          <small id="code-hint">{t('join.codeHint')}</small>
        </label>
        {returning && (
          <p class="returning">
            {t('join.returning', { code: returning.code })}{' '}
            <button type="button" class="link" onClick={() => void openSeat(returning)}>
              {t('join.return')}
            </button>
          </p>
        )}
        <label class="field">
          <span>{t('join.name')}</span>
          <input
            value={name.value}
            maxLength={40}
            autoComplete="nickname"
            onInput={(event) => (name.value = event.currentTarget.value)}
          />
        </label>
        <button
          type="button"
          class="link"
          onClick={() => (name.value = suggestName(Math.random(), Math.random()))}
        >
          {t('join.another')}
        </button>
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
          {busy.value ? t('join.goingIn') : t('join.go')}
        </Button>
      </form>
      <nav class="other-ways">
        <a class="host-link" href="/host">
          {t('join.host')}
        </a>
        <a class="host-link" href="solo.html">
          {t('solo.title')}
        </a>
      </nav>
    </main>
  );
}
