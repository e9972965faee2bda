/** The debrief: the sealed test is taken, and everybody sees what came of what. */

import type { DebriefTeamSlice, TeamResults } from '../../match.ts';
import { settleScore } from '../../score.ts';
import { done, teamMove, type StageRules } from '../../stage.ts';
import { debriefJobs } from './jobs.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    debrief: never;
  }
}

export const debriefRules = {
  name: 'debrief',
  clock: { workshop: null, short: null },
  jobs: debriefJobs,
  rememberTeam: () => ({ results: null, score: null }) satisfies DebriefTeamSlice,
  moves: {
    'referee/final': teamMove<{ results: TeamResults }>(({ match, team }, { results }) => {
      team.now.debrief.results = results;
      settleScore(match, team);
      return done();
    }),
  },
} satisfies StageRules;
