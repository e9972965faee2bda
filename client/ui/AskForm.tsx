/** One line to say something to a model, and what it answers. */

import { useSignal } from '@preact/signals';
import { MAX_ASKED } from '../../shared/game/voices.ts';
import { t } from '../i18n/t.ts';
import { Button } from './Button.tsx';

export interface AskFormProps {
  /** Before its first lesson a model goes on from a text; later it answers. */
  manner: 'continue' | 'answer';
  /** Null where the model could not be asked. */
  ask: (text: string) => Promise<string | null>;
  /** Somebody finds that the answer should not have been said; true lets it go at once. Without it nothing can be reported. */
  report?: () => Promise<boolean>;
  /** Names the button and the answer for tests. */
  name: string;
}

export function AskForm({ manner, ask, report, name }: AskFormProps) {
  const text = useSignal('');
  const said = useSignal<{ you: string; answer: string; hasSpoken: boolean } | null>(null);
  const busy = useSignal(false);
  const opener = t(manner === 'answer' ? 'talk.openerAnswer' : 'talk.openerContinue');
  const say = async (): Promise<void> => {
    if (busy.value) return;
    const you = text.value.trim() || opener;
    busy.value = true;
    try {
      const answer = await ask(you);
      said.value = {
        you,
        answer: answer === null ? t('talk.failed') : answer.trim() || t('talk.empty'),
        hasSpoken: answer !== null,
      };
      text.value = '';
    } catch (problem) {
      console.warn('The model could not be asked:', problem);
      said.value = { you, answer: t('talk.failed'), hasSpoken: false };
    }
    busy.value = false;
  };
  const complain = async (tell: () => Promise<boolean>): Promise<void> => {
    if (await tell()) said.value = null;
  };
  return (
    <>
      <form
        class="rename"
        onSubmit={(event) => {
          event.preventDefault();
          void say();
        }}
      >
        <label class="field">
          <span>{t(manner === 'answer' ? 'talk.promptAnswer' : 'talk.promptContinue')}</span>
          <input
            lang="en"
            value={text.value}
            maxLength={MAX_ASKED}
            placeholder={opener}
            autoComplete="off"
            onInput={(event) => (text.value = event.currentTarget.value)}
          />
        </label>
        <Button submit testId={`${name}-ask`} disabled={busy.value} onPress={() => undefined}>
          {busy.value ? t('talk.thinking') : t('talk.send')}
        </Button>
      </form>
      <div aria-live="polite">
        {said.value && (
          <p class="model-voice" data-testid={`${name}-said`} lang="en">
            <span class="small">{said.value.you}</span> {said.value.answer}
          </p>
        )}
        {said.value?.hasSpoken && report && (
          <button type="button" class="link report-text" onClick={() => void complain(report)}>
            {t('report-text.report')}
          </button>
        )}
      </div>
    </>
  );
}
