/** The test stage: the referee measures what each lab would ship beside what it has, and the lab decides what passes its gate. */

import { playingTeams } from '../../members.ts';
import { ownSlice } from '../../slices.ts';
import { done, teamMove, type Context, type StageRules, type Stay } from '../../stage.ts';
import { gatePlan, hasModel, recordExam, wantsExam } from './gate.ts';
import { testJobs } from './jobs.ts';
import type { Examined, TestPlan, TestSlice, TestTeamSlice } from './state.ts';
import { viewTest } from './view.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    test: TestPlan;
  }
}

/** As long as nothing ships unmeasured, the stage lasts: so much longer for all. */
const LATE_SECONDS = 60;

/** The clock is over: what is being measured is waited for, once. */
function awaitExams({ match }: Context): Stay | 'go on' {
  const slice = ownSlice<TestSlice>(match, 'test');
  if (slice.isLate || !playingTeams(match).some(wantsExam)) return 'go on';
  slice.isLate = true;
  return { stayMs: LATE_SECONDS * 1000, isWork: true };
}

export const testRules = {
  name: 'test',
  optional: { workshop: true, short: false, long: true, rehearsal: false },
  clock: { workshop: 180, short: 60, long: 90, rehearsal: 30 },
  jobs: testJobs,
  plan: gatePlan,
  moves: {
    'referee/examined': teamMove<Pick<Examined, 'evals' | 'items'>>(({ team }, { evals, items }) => {
      recordExam(team, { evals, items });
      return done();
    }),
  },
  remember: (): TestSlice => ({ isLate: false }),
  rememberTeam: (): TestTeamSlice => ({ plan: null, examined: null }),
  teamView: viewTest,
  isDone: (match, team) => !hasModel(team) || (gatePlan.isDecided(match, team) && !wantsExam(team)),
  end: awaitExams,
} satisfies StageRules;
