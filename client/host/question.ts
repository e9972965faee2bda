/** What is asked before something that can't be taken back: it is about the stage that was on the screen, and goes with it. */

import type { MatchView } from '../../shared/game/sync/view.ts';
import { stepOf } from '../../shared/game/sync/view.ts';

export type Question = 'skip' | 'repeat';

export interface Asked {
  question: Question;
  /** The stage as it was when the question came up. */
  about: string;
  /** Whether the clock was stopped for it, and goes on once it is answered. */
  holds: boolean;
}

type Staged = Pick<MatchView, 'generation' | 'stage' | 'repeats'>;

/** A stage that has begun again is another one. */
function stageNow(match: Staged): string {
  return `${stepOf(match)} ${match.repeats}`;
}

export function ask(question: Question, match: Staged, holds: boolean): Asked {
  return { question, about: stageNow(match), holds };
}

/** The question that is still open, or null: whoever says yes a moment too late must not decide about the next stage. */
export function openQuestion(asked: Asked | null, match: Staged): Question | null {
  return asked?.about === stageNow(match) ? asked.question : null;
}
