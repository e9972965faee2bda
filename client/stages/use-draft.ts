/** A player's own sliders, told to the lab while they move: teammates see them, and the clock takes them where nobody proposes. */

import { useEffect } from 'preact/hooks';
import type { PlanStage, StagePlans } from '../../shared/lifecycle.ts';
import type { TeamPlan } from '../../shared/game/match.ts';
import { isSamePlan } from '../../shared/game/same-plan.ts';
import { session } from '../session/current.ts';
import type { Standpoint } from '../session/standpoint.ts';

/** After the last move of a slider: sooner than anybody looks for it. */
const TOLD_AFTER_MS = 250;

interface OwnDraft<Name extends PlanStage> {
  stage: Name;
  /** Where the sliders stand, and where they stood at first. */
  plan: StagePlans[Name];
  first: StagePlans[Name];
  /** Puts the sliders where they stood before the page was loaded anew. */
  restore: (plan: StagePlans[Name]) => void;
}

export function useDraft<Name extends PlanStage>(
  { team, me }: Standpoint,
  { stage, plan, first, restore }: OwnDraft<Name>,
): void {
  const isCommitted = team.committed.includes(stage);
  const known = team.own?.drafts.find(({ playerId }) => playerId === me.id)?.drafted;
  const isUntouched = isSamePlan(plan, first);
  useEffect(() => {
    /* A stage's drafts are plans of that stage. */
    if (isUntouched && known?.stage === stage) restore(known.plan as StagePlans[Name]);
  }, []);
  useEffect(() => {
    const drafted = { stage, plan } as unknown as TeamPlan;
    const isNews = known ? !isSamePlan(known, drafted) : !isUntouched;
    if (isCommitted || !isNews) return undefined;
    const owner = session.peek();
    const timer = setTimeout(() => void owner.send({ type: 'plan/draft', drafted }, true), TOLD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [JSON.stringify(plan), isCommitted]);
}
