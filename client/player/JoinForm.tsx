/** The way in: a code, a name, one button. */

import { useSignal } from '@preact/signals';
import { t } from '../i18n/t.ts';
import { errorText } from '../session/errors.ts';
import { cleanCode, codeInLink } from '../session/link.ts';
import { findSeat, recentSeats } from '../session/seat.ts';
import { goodbye, returnToSeat, takeSeat } from '../session/current.ts';
import { drawName } from '../i18n/made-name.ts';
import { PlayOnline } from './PlayOnline.tsx';
import { CodeField, EntryCard, NameField } from '../ui/EntryCard.tsx';

/** Why somebody finds himself here who did not want to come in just now, or null. */
function firstProblem(): string | null {
  const error = goodbye.peek();
  if (error) return errorText(error);
  return new URLSearchParams(location.search).has('missing') ? t('join.missing') : null;
}

export function JoinForm() {
  const code = useSignal(codeInLink(location.search));
  const name = useSignal(drawName());
  const problem = useSignal<string | null>(firstProblem());
  const busy = useSignal(false);
  const returning = code.value === '' ? recentSeats('player')[0] : findSeat('player', code.value);

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
    <EntryCard
      shapes={6}
      problem={problem.value}
      busy={busy.value}
      submitText={busy.value ? t('join.goingIn') : t('join.go')}
      onSubmit={() => void enter()}
      below={<PlayOnline name={name.value} problem={problem} />}
      links={
        <nav class="other-ways">
          <a class="host-link" href="/host">
            {t('join.host')}
          </a>
          <a class="host-link" href="solo.html?rehearsal">
            {t('solo.rehearse')}
          </a>
          <a class="host-link" href="solo.html">
            {t('solo.title')}
          </a>
          <a class="host-link" href="images.html">
            {t('images.link')}
          </a>
          <a class="host-link" href="check.html">
            {t('check.link')}
          </a>
          <a class="host-link" href="/online">
            {t('online.link')}
          </a>
        </nav>
      }
    >
      <CodeField
        code={code.value}
        hint={t('join.codeHint')}
        onInput={(text) => (code.value = cleanCode(text))}
      />
      {returning && (
        <p class="returning">
          {t('join.returning', { code: returning.code })}{' '}
          <button type="button" class="link" onClick={() => void returnToSeat(returning)}>
            {t('join.return')}
          </button>
        </p>
      )}
      <NameField name={name.value} onInput={(text) => (name.value = text)} />
      <button type="button" class="link" onClick={() => (name.value = drawName())}>
        {t('join.another')}
      </button>
    </EntryCard>
  );
}
