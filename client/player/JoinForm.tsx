/** The way in: a code, a name, one button. */

import { useSignal } from '@preact/signals';
import { t } from '../i18n/t.ts';
import { errorText, type Reply } from '../session/errors.ts';
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

/** So often another name is drawn in place of one that somebody has. */
const MOST_DRAWS = 5;
const isTaken = (reply: Reply<null>): boolean => !reply.ok && reply.error.code === 'lobby/name_taken';

export function JoinForm() {
  const code = useSignal(codeInLink(location.search));
  const drawn = useSignal(drawName());
  const name = useSignal(drawn.value);
  const problem = useSignal<string | null>(firstProblem());
  const busy = useSignal(false);
  const draw = (): void => void (name.value = drawn.value = drawName());
  const returning = code.value === '' ? recentSeats('player')[0] : findSeat('player', code.value);

  const enter = async (): Promise<void> => {
    if (busy.value) return;
    if (code.value.length < 4) {
      problem.value = t('join.codeMissing');
      return;
    }
    busy.value = true;
    problem.value = null;
    let reply = await takeSeat(code.value, name.value);
    /* Nobody chose that name, so another one will do as well. */
    for (let draws = 0; draws < MOST_DRAWS && isTaken(reply) && name.value === drawn.value; draws++) {
      draw();
      reply = await takeSeat(code.value, name.value);
    }
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
      <button type="button" class="link" onClick={draw}>
        {t('join.another')}
      </button>
    </EntryCard>
  );
}
