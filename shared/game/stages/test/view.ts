/** What all may know of a lab's test: everything that was measured, and what it ships. */

import type { AttackGoal } from '../../../evals/attacks.ts';
import type { Estimate } from '../../../evals/estimate.ts';
import { HUSHED, isHushed } from '../../hush.ts';
import type { Match, Team } from '../../match.ts';
import { countDuel, probesOf, type DuelCount } from './probes.ts';
import { ownEvalsOf } from './own-evals.ts';
import type { EvalResult, Examined, GateDecision, OwnEval } from './state.ts';

export interface TestTeamView {
  examined: Examined | null;
  gate: GateDecision | null;
  /** What its model is, or was, hardened against; null where it was not. */
  hardening: readonly AttackGoal[] | null;
}

/** Nobody reads more than a tenth of a percent. */
const rounded = <Numbers extends object>(numbers: Numbers): Numbers =>
  Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, Math.round(1000 * Number(value)) / 1000]),
  ) as Numbers;

function roundResult({ name, open, sealed, gap, change }: EvalResult): EvalResult {
  return {
    name,
    open: rounded(open),
    sealed: sealed && rounded(sealed),
    gap: gap && rounded(gap),
    change: change && rounded(change),
  };
}

export function viewTest(team: Team): TestTeamView | null {
  const { examined, plan, hardening } = team.now.test;
  if (!examined && !plan) return null;
  return {
    examined: examined && { ...examined, evals: examined.evals.map(roundResult) },
    gate: plan?.gate ?? null,
    hardening,
  };
}

/** A probe as everybody sees it, once the referee has judged it. */
export interface ShownProbe {
  id: string;
  byTeamId: string;
  teamId: string;
  goal: AttackGoal;
  text: string;
  told: readonly string[];
  hit: boolean;
  isHardened: boolean;
}

export interface DuelView {
  /** The newest first. */
  newest: ShownProbe[];
  /** By lab. */
  counts: Record<string, DuelCount>;
  ownEvals: ShownOwnEval[];
}

/** A lab's own test as everybody sees it: the share of answers that pass, by lab. */
export interface ShownOwnEval extends Pick<OwnEval, 'id' | 'byTeamId' | 'prompts' | 'rule'> {
  scores: Record<string, Estimate>;
}

function showOwnEval({ id, byTeamId, prompts, rule, scores }: OwnEval): ShownOwnEval {
  const shown = Object.entries(scores).map(([teamId, { score }]) => [teamId, rounded(score)] as const);
  return { id, byTeamId, prompts, rule, scores: Object.fromEntries(shown) };
}

/** Probes that are shown. */
const SHOWN = 6;

export function viewDuel(match: Match): DuelView | null {
  const answered = probesOf(match).flatMap(({ outcome, playerId: _who, ...probe }) =>
    outcome ? [{ ...probe, ...outcome }] : [],
  );
  const ownEvals = ownEvalsOf(match).map(showOwnEval);
  if (match.stage !== 'test' && answered.length + ownEvals.length === 0) return null;
  return {
    newest: answered
      .slice(-SHOWN)
      .toReversed()
      .map((probe) => (isHushed(match, probe.teamId) ? { ...probe, told: [HUSHED] } : probe)),
    counts: Object.fromEntries(Object.values(match.teams).map((team) => [team.id, countDuel(match, team)])),
    ownEvals,
  };
}
