/** What of a team only its own people and the host see, taken out of its view. */

import type { TeamView } from './view.ts';

/** A team as those see it who are not of it. */
export function seenFromOutside(team: TeamView): TeamView {
  const runs = Object.entries(team.runs).map(([stage, run]) => [
    stage,
    run && { ...run, round: null, workers: [], checkpoints: [], filmstrip: [] },
  ]);
  return { ...team, own: null, runs: Object.fromEntries(runs) as TeamView['runs'] };
}
