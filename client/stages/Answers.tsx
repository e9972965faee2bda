/** Answers before and after the lessons, side by side, with whether they are in form and true; those before alone where there was no lesson. */

import { t } from '../i18n/t.ts';
import type { TeamResults } from '../../shared/game/match.ts';
import { Paper } from '../ui/Paper.tsx';

export function Answers({ answers }: { answers: TeamResults['answers'] }) {
  const wasTaught = answers.some(({ tuned }) => tuned !== '');
  return (
    <ul class="answers">
      {answers.map((answer, index) => (
        <li key={index}>
          <Paper cut="slip" seed={index}>
            <p>
              <b lang="en">{answer.question}</b>
            </p>
            <div class={wasTaught ? 'two-voices' : ''}>
              <p class="model-voice faded">
                <span class="small">{t('fine-tune.base')}</span>
                <span lang="en">{answer.base.trim() || '…'}</span>
              </p>
              {wasTaught && (
                <p class="model-voice">
                  <span class="small">{t('fine-tune.tuned')}</span>
                  <span lang="en">{answer.tuned.trim() || '…'}</span>
                  <span class={`verdict ${answer.inForm && answer.isTrue ? 'good' : 'warn'}`}>
                    {answer.inForm
                      ? answer.isTrue
                        ? `✓ ${t('fine-tune.true')}`
                        : `✗ ${t('fine-tune.false')}`
                      : `✗ ${t('fine-tune.notInForm')}: ${t(`fault.${answer.fault ?? 'no-answer'}`)}`}
                  </span>
                </p>
              )}
            </div>
          </Paper>
        </li>
      ))}
    </ul>
  );
}
