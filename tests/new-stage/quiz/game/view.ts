/** What all may know of the quiz. */

import type { Match } from '../../match.ts';
import { ownSlice, ownTeamSlice } from '../../slices.ts';
import type { Quiz, QuizAnswer, QuizTeam } from './state.ts';

export interface QuizView {
  /** Players who are sure. */
  sure: number;
  /** What each lab decided, and what is true: once all have decided. */
  outcome: { answers: Record<string, QuizAnswer | null>; right: QuizAnswer } | null;
}

export function viewQuiz(match: Match): QuizView | null {
  if (match.stage !== 'quiz') return null;
  const { right, sure } = ownSlice<Quiz>(match, 'quiz');
  const answers = Object.values(match.teams).map(
    (team) => [team.id, ownTeamSlice<QuizTeam>(team, 'quiz').answer] as const,
  );
  const isOver = right !== null && answers.every(([, answer]) => answer !== null);
  return {
    sure: Object.values(sure).filter(Boolean).length,
    outcome: isOver ? { answers: Object.fromEntries(answers), right } : null,
  };
}
