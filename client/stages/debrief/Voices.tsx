/** What one lab's model said: untrained, pretrained, fine-tuned, and its answers to sealed questions. */

import { t } from '../../i18n/t.ts';
import type { TeamView } from '../../../shared/game/sync/view.ts';
import { Paper } from '../../ui/Paper.tsx';
import { Answers } from '../Answers.tsx';

export function Voices({ team }: { team: TeamView }) {
  const results = team.debrief?.results;
  if (!results) return <p>{t('debrief.noAnswers')}</p>;
  return (
    <section>
      {(['untrained', 'pretrained', 'tuned', 'aligned'] as const)
        .filter((state) => results.samples[state].length > 0)
        .map((state) => (
          <div key={state}>
            <h2>{t(`debrief.${state}`)}</h2>
            {results.samples[state].slice(0, 2).map((sample, index) => (
              <Paper key={index} cut="slip" seed={index} class="voice">
                <p class="model-voice" lang="en">
                  <span class="faded">{sample.prompt}</span> {sample.text.trim() || '…'}
                </p>
              </Paper>
            ))}
          </div>
        ))}
      <h2>{t('debrief.answers', { count: results.answers.length })}</h2>
      <Answers answers={results.answers} />
    </section>
  );
}
