/** One line to say something to a model, and what it answers. */

import { useSignal } from '@preact/signals';
import { t } from '../i18n/t.ts';
import { AskLine } from './AskLine.tsx';

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
  const say = async (you: string): Promise<void> => {
    if (busy.value) return;
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
      <AskLine
        label={t(manner === 'answer' ? 'talk.promptAnswer' : 'talk.promptContinue')}
        text={text}
        opener={opener}
        say={(you) => void say(you)}
        button={t(busy.value ? 'talk.thinking' : 'talk.send')}
        busy={busy.value}
        testId={`${name}-ask`}
      />
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
