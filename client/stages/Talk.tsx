/** A box to talk to the team's own newest weights, sampled in this browser. */

import { signal } from '@preact/signals';
import { t } from '../../shared/i18n/t.ts';
import type { Standpoint } from '../net/selectors.ts';
import { askModel } from '../net/talk.ts';
import { Button } from '../overlay/Button.tsx';
import { Paper } from '../overlay/Paper.tsx';
import { Term } from '../overlay/Term.tsx';

interface Line {
  you: string;
  /** Null while it thinks. */
  model: string | null;
}

const MOST_LINES = 6;
const lines = signal<Line[]>([]);
const text = signal('');

export function Talk({ standpoint, manner }: { standpoint: Standpoint; manner: 'continue' | 'answer' }) {
  /* An empty box helps nobody, so it holds an example. */
  const opener = t(manner === 'answer' ? 'talk.openerAnswer' : 'talk.openerContinue');
  const busy = lines.value.some((line) => line.model === null);
  const say = async (): Promise<void> => {
    const you = text.value.trim() || opener;
    if (busy) return;
    text.value = '';
    lines.value = [{ you, model: null }, ...lines.peek()].slice(0, MOST_LINES);
    const said = await askModel(standpoint, you, manner);
    const answer = said === null ? t('talk.failed') : said.trim() || t('talk.empty');
    lines.value = lines.peek().map((line, index) => (index === 0 ? { ...line, model: answer } : line));
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
