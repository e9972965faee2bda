/** A board with the question, and in the end the answer. */

import { t } from '../../i18n/t.ts';
import type { Picture } from '../picture.ts';
import { quizOf } from './draft.ts';

export interface QuizState {
  /** What stands under the question. */
  outcome: string;
}

export const quizPicture: Picture<QuizState> = {
  of(match) {
    const outcome = quizOf(match)?.outcome;
    return { outcome: outcome ? t('quiz.right', { answer: t(`quiz.${outcome.right}`) }) : t('quiz.open') };
  },
  describe: ({ outcome }) => t('scene.quiz.twin', { question: t('quiz.question'), outcome }),
  scene: () => import('./scene.ts'),
};
