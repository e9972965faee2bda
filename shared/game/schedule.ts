/** How a match moves through its stages: entering one, and running out of time. */

import type { PlanStage } from '../lifecycle.ts';
import { turnGeneration } from './generations.ts';
import type { Match, Step } from './match.ts';
import { commitLeading } from './proposals.ts';
import { startClock } from './stage-clock.ts';
import { rulesOf } from './stages/registry.ts';
import type { Context } from './stage.ts';

/** The step after the present one, or null after the last. */
function nextStep({ schedule, at }: Match): Step | null {
  return schedule[at + 1] ?? null;
}

/** Whether the match is in its last step, from which nothing goes on. */
export function isOver(match: Match): boolean {
  return nextStep(match) === null;
}

/** The generation that the match is in, counted from 1. */
export function generationOf({ schedule, at }: Pick<Match, 'schedule' | 'at'>): number {
  return schedule[at]?.generation ?? 1;
}

/** Goes on to the next step of the schedule, if there is one. */
export function goOn({ match, nowMs }: Context): void {
  const step = nextStep(match);
  if (!step) return;
  const { stage } = step;
  if (step.generation > generationOf(match)) turnGeneration(match);
  match.at += 1;
  match.stage = stage;
  begin({ match, nowMs });
}

/** The stage begins, with the whole of its clock and nothing proposed. */
export function begin({ match, nowMs }: Context): void {
  const { stage } = match;
  const rules = rulesOf(stage);
  const seconds = isOver(match) || rules.clockWaits ? null : match.settings.stageSeconds[stage];
  match.heldUntilMs = null;
  match.ready = null;
  /* What was shown belonged to the stage before. */
  match.shared.shownId = null;
  startClock(match, nowMs, seconds);
  rules.begin?.({ match, nowMs });
  for (const team of Object.values(match.teams)) {
    team.proposals = [];
    team.drafts = [];
  }
}

/**
 * The clock ran out, or the host skipped: what is under way is closed, open decisions fall to the leading proposal or the
 * default, and the next stage begins, unless this one has still something to do or to show.
 */
export function expireStage(context: Context): void {
  const { match, nowMs } = context;
  const { stage } = match;
  if (!hasEnd(match)) return;
  const { close, plan, end } = rulesOf(stage);
  close?.(context);
  const undecided = plan?.standard
    ? Object.values(match.teams).filter((team) => !plan.isDecided(match, team))
    : [];
  for (const team of undecided) commitLeading(match, team, stage as PlanStage, nowMs);
  const outcome = end?.(context, undecided) ?? 'go on';
  if (outcome === 'go on') return goOn(context);
  match.ready = null;
  if (match.untimed) match.untimed.leftMs = outcome.stayMs;
  match.stageEndsAtMs = match.untimed && !outcome.isWork ? null : nowMs + outcome.stayMs;
}

/** Whether the present stage ends by its clock or a skip: the host begins the first, and the last stays. */
export function hasEnd(match: Match): boolean {
  return match.stage !== 'lobby' && !isOver(match);
}
