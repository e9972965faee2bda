/** When the clock is about to decide, what stands on a player's own sliders is proposed, so that nobody's work is lost unsaid. */

import { useEffect } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import type { TeamPlan } from '../../shared/game/match.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { serverNowMs, session } from '../session/current.ts';
import type { Decision } from './decision.ts';

/** Time for the message to arrive, and hardly any to change one's mind. */
const BEFORE_END_MS = 3000;

export interface Draft {
  match: Pick<MatchView, 'stageEndsAtMs' | 'pausedAtMs'>;
  decision: Pick<Decision, 'committed' | 'mine'>;
  /** Whether the plan is allowed and the player has changed anything. */
  isWorth: boolean;
}

/** Milliseconds until the draft is proposed by itself; null where it isn't: who has proposed or agreed to a plan has spoken. */
export function lastWordDelay({ match, decision, isWorth }: Draft, nowMs: number): number | null {
  const { stageEndsAtMs, pausedAtMs } = match;
  if (!isWorth || decision.committed || decision.mine) return null;
  if (stageEndsAtMs === null || pausedAtMs !== null) return null;
  return Math.max(0, stageEndsAtMs - BEFORE_END_MS - nowMs);
}

/** Proposes the plan shortly before the stage's end, and says so. */
export function useLastWord(draft: Draft, proposed: TeamPlan): void {
  const { match, decision, isWorth } = draft;
  const speaks = lastWordDelay(draft, 0) !== null;
  useEffect(() => {
    const delay = lastWordDelay({ match, decision, isWorth }, serverNowMs());
    if (delay === null) return undefined;
    const owner = session.peek();
    const timer = setTimeout(() => {
      owner.toasts.show(t('proposal.lastWord'));
      void owner.send({ type: 'plan/propose', proposed });
    }, delay);
    return () => clearTimeout(timer);
  }, [speaks, match.stageEndsAtMs, JSON.stringify(proposed)]);
}
