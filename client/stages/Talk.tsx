/** A box to talk to the team's own newest weights, sampled in this browser. */

import { t } from '../i18n/t.ts';
import { askModel } from '../lab/talk.ts';
import { session } from '../session/current.ts';
import { seatSignal } from '../session/per-seat.ts';
import { Button } from '../ui/Button.tsx';
import { Paper } from '../ui/Paper.tsx';
import { Term } from '../ui/Term.tsx';

interface Line {
  you: string;
  /** Null while it thinks. */
  model: string | null;
}

const MOST_LINES = 6;
const lines = seatSignal<Line[]>([]);
const text = seatSignal('');

export function Talk({ manner }: { manner: 'continue' | 'answer' }) {
  /* An empty box helps nobody, so it holds an example. */
  const opener = t(manner === 'answer' ? 'talk.openerAnswer' : 'talk.openerContinue');
  const busy = lines.value.some((line) => line.model === null);
  const say = async (): Promise<void> => {
    const you = text.value.trim() || opener;
    if (busy) return;
    text.value = '';
    const owner = session.peek();
    const own = lines.of(owner);
    own.value = [{ you, model: null }, ...own.peek()].slice(0, MOST_LINES);
    const said = await askModel(owner, you, manner);
    const answer = said === null ? t('talk.failed') : said.trim() || t('talk.empty');
    own.value = own.peek().map((line, index) => (index === 0 ? { ...line, model: answer } : line));
  };
  const label = manner === 'answer' ? t('talk.promptAnswer') : t('talk.promptContinue');
  return (
    <section class="talk" aria-label={t('talk.title')}>
      <form
        class="rename"
        onSubmit={(event) => {
          event.preventDefault();
          void say();
        }}
      >
        <label class="field">
          <span>{label}</span>
          <input
            value={text.value}
            maxLength={160}
            placeholder={opener}
            autoComplete="off"
            onInput={(event) => (text.value = event.currentTarget.value)}
          />
        </label>
        <Button submit disabled={busy} onPress={() => undefined}>
          {t('talk.send')}
        </Button>
      </form>
      <div aria-live="polite">
        {lines.value.map((line, index) => (
          <Paper key={lines.value.length - index} cut="slip" seed={index} class="talk-line">
            <p>
              <span class="small">{t('talk.you')}</span> {line.you}
            </p>
            <p class="model-voice">
              <span class="small">{t('talk.model')}</span> {line.model ?? t('talk.thinking')}
            </p>
          </Paper>
        ))}
      </div>
      <p class="small">
        {t('talk.about').split('*')[0]}
        <Term name="sampling" />.
      </p>
    </section>
  );
}
