/** Reads what a page, or a bot, is shown of the test stage. */

import type { DuelView, TestTeamView } from './view.ts';

/** What of a view of a match, or of a team, is read here. */
interface Views {
  views: Readonly<Record<string, unknown>>;
}
interface Runs {
  runs: { test: { status: 'running' | 'finished'; tokensUsed: number } | null };
}

export const NOTHING: TestTeamView = { examined: null, gate: null, hardening: null };

export function testOf({ views }: Views): TestTeamView {
  return (views.test as TestTeamView | undefined) ?? NOTHING;
}

/** The duel; null before there is one. */
export function duelOf({ views }: Views): DuelView | null {
  return (views.test as DuelView | undefined) ?? null;
}

/** What is under way with its model: training against attacks, or, after that, the referee's tests. */
export function hardeningOf(team: Views & Runs): 'training' | 'measuring' | null {
  const { examined, hardening } = testOf(team);
  if (hardening === null || examined?.candidate === 'test') return null;
  const { test: run } = team.runs;
  if (run?.status !== 'finished') return 'training';
  return run.tokensUsed > 0 ? 'measuring' : null;
}
