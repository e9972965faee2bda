/** The quiz on the projector: how many are sure, then what every lab said. */

import { t } from '../../i18n/t.ts';
import { Paper } from '../../ui/Paper.tsx';
import type { Wall, WallProps } from '../entry.ts';
import { quizOf } from './draft.ts';

function Answers({ match }: WallProps) {
  const quiz = quizOf(match);
  if (!quiz) return null;
  const { sure, outcome } = quiz;
  return (
    <Paper cut="sheet" seed={1} class="so-far quiz-wall">
      <h2>{outcome ? t('quiz.right', { answer: t(`quiz.${outcome.right}`) }) : t('quiz.open')}</h2>
      <ul>
        {outcome ? (
          match.teams.map(({ id, name }) => (
            <li key={id}>
              {t('quiz.line', { team: name, answer: t(`quiz.${outcome.answers[id] ?? 'no'}`) })}
            </li>
          ))
        ) : (
          <li>{t('quiz.sureCount', { count: sure })}</li>
        )}
      </ul>
    </Paper>
  );
}

export const quizWall: Wall = { Side: Answers };
