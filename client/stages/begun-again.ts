/** Whether the stage on screen has begun again while this page looked on: players are told what is gone. */

import { useRef } from 'preact/hooks';
import { stepOf, type MatchView } from '../../shared/game/sync/view.ts';

/** The step that is on, and how often any had begun again when it came up. */
interface Seen {
  step: string;
  repeats: number;
}

/** What is known after another look. */
export function lookAgain(
  seen: Seen | null,
  match: Pick<MatchView, 'generation' | 'stage' | 'repeats'>,
): Seen {
  const step = stepOf(match);
  return seen?.step === step ? seen : { step, repeats: match.repeats };
}

export function useBegunAgain(match: MatchView): boolean {
  const seen = useRef<Seen | null>(null);
  seen.current = lookAgain(seen.current, match);
  return match.repeats > seen.current.repeats;
}
