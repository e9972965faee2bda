/** What all may know of a lab's test: everything that was measured, and what it ships. */

import type { Team } from '../../match.ts';
import { testOf } from './gate.ts';
import type { EvalResult, Examined, GateDecision } from './state.ts';

export interface TestTeamView {
  examined: Examined | null;
  gate: GateDecision | null;
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
  const { examined, plan } = testOf(team);
  if (!examined && !plan) return null;
  return {
    examined: examined && { ...examined, evals: examined.evals.map(roundResult) },
    gate: plan?.gate ?? null,
  };
}
