/** What the test stage asks of the referee. */

import type { Match, Team } from '../../match.ts';
import { wantsExam } from './gate.ts';
import { waitingOwnEvals } from './own-evals.ts';
import { waitingProbes } from './probes.ts';

/** Examine a lab's candidate and the model in use; lay rows to harden it; put rivals' probes, or labs' own tests, to its model. */
export interface TestJob {
  kind: 'examine' | 'harden' | 'probe' | 'ownEvals';
  teamId: string;
}

export function testJobs(match: Match, team: Team): TestJob | null {
  if (match.stage !== 'test') return null;
  if (wantsExam(team)) return { kind: 'examine', teamId: team.id };
  if (team.now.test.hardening && !team.now.test.run) return { kind: 'harden', teamId: team.id };
  if (waitingProbes(match, team.id).length > 0) return { kind: 'probe', teamId: team.id };
  return waitingOwnEvals(match, team).length > 0 ? { kind: 'ownEvals', teamId: team.id } : null;
}
