/** The player's own choice in the quiz, and what the page knows of it. */

import type { QuizAnswer } from '../../../shared/game/stages/quiz/state.ts';
import type { QuizView } from '../../../shared/game/stages/quiz/view.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { seatSignal } from '../../session/per-seat.ts';

export const quizDraft = seatSignal<QuizAnswer>('yes');

export function quizOf({ views }: Pick<MatchView, 'views'>): QuizView | null {
  return (views.quiz as QuizView | undefined) ?? null;
}
