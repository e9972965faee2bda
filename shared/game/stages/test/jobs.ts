/** What the test stage asks of the referee. */

import type { Match, Team } from '../../match.ts';
import { wantsExam } from './gate.ts';

/** Examine a lab's candidate and the model in use. */
export interface TestJob {
  kind: 'examine';
  teamId: string;
}

export function testJobs({ stage }: Match, team: Team): TestJob | null {
  return stage === 'test' && wantsExam(team) ? { kind: 'examine', teamId: team.id } : null;
}
