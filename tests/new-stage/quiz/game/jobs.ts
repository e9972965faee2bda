/** What the quiz asks of the referee. */

import type { Match } from '../../match.ts';
import { ownSlice } from '../../slices.ts';
import type { Quiz } from './state.ts';

/** Look into the market, once for all teams. */
export interface QuizJob {
  kind: 'quiz';
  teamId: 'quiz';
}

export function quizJob(match: Match): QuizJob | null {
  const isOpen = match.stage === 'quiz' && ownSlice<Quiz>(match, 'quiz').right === null;
  return isOpen ? { kind: 'quiz', teamId: 'quiz' } : null;
}
