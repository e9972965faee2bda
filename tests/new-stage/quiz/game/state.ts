/** What the quiz remembers. */

export const QUIZ_ANSWERS = ['yes', 'no'] as const;
export type QuizAnswer = (typeof QUIZ_ANSWERS)[number];

export interface Quiz {
  /** What is true of this match's market; null until the referee has looked. */
  right: QuizAnswer | null;
  /** Players who say that they are sure, or that they aren't. */
  sure: Record<string, boolean>;
}

export interface QuizTeam {
  answer: QuizAnswer | null;
}
