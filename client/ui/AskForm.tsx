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
  /** What could be said, for whoever does not know the model's world. */
  ideas?: readonly string[];
  /** Names the button and the answer for tests. */
  name: string;
}

/** What was said before, the newest first. */
interface Said {
  you: string;
  answer: string;
  hasSpoken: boolean;
}

/** Exchanges that stay to be read. */
const MOST_SAID = 6;

export function AskForm({ manner, ask, report, ideas = [], name }: AskFormProps) {
  const text = useSignal('');
  const talk = useSignal<Said[]>([]);
  const busy = useSignal(false);
  const opener = ideas[0] ?? t(manner === 'answer' ? 'talk.openerAnswer' : 'talk.openerContinue');
  const add = (said: Said): void => void (talk.value = [said, ...talk.peek()].slice(0, MOST_SAID));
  const say = async (you: string): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    try {
      const answer = await ask(you);
      add({
        you,
        answer: answer === null ? t('talk.failed') : answer.trim() || t('talk.empty'),
        hasSpoken: answer !== null,
      });
      text.value = '';
    } catch (problem) {
      console.warn('The model could not be asked:', problem);
      add({ you, answer: t('talk.failed'), hasSpoken: false });
    }
    busy.value = false;
  };
  const complain = async (tell: () => Promise<boolean>): Promise<void> => {
    if (await tell()) talk.value = talk.peek().slice(1);
  };
  const [said, ...before] = talk.value;
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
      {ideas.length > 0 && (
        <div class="ideas">
          <span class="small">{t('talk.ideas')}</span>
          {ideas.map((idea) => (
            <button
              key={idea}
              type="button"
              class="link"
              lang="en"
              disabled={busy.value}
              onClick={() => void say(idea)}
            >
              {idea}
            </button>
          ))}
        </div>
      )}
      <div aria-live="polite">
        {said && (
          <p class="model-voice" data-testid={`${name}-said`} lang="en">
            <span class="small">{said.you}</span> {said.answer}
          </p>
        )}
        {said?.hasSpoken && report && (
          <button type="button" class="link report-text" onClick={() => void complain(report)}>
            {t('report-text.report')}
          </button>
        )}
      </div>
      {before.map(({ you, answer }, index) => (
        <p key={before.length - index} class="model-voice" lang="en">
          <span class="small">{you}</span> {answer}
        </p>
      ))}
    </>
  );
}
