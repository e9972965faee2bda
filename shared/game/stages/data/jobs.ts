/** What the data stage asks of the referee. */

import type { Match, Team } from '../../match.ts';

/** Clean the team's text and cut it into tokens. */
export interface DataJob {
  kind: 'text';
  teamId: string;
}

/** Also when the next stage has begun: probes wait for it there. */
export function dataJobs({ stage }: Match, team: Team): DataJob | null {
  const isDue = (stage === 'data' || stage === 'scale') && team.now.data.plan && !team.now.data.text;
  return isDue ? { kind: 'text', teamId: team.id } : null;
}
