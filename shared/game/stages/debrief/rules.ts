/** The debrief: the sealed test is taken, and everybody sees what came of what. */

import type { TeamResults } from '../../match.ts';
import { settleScore } from '../../score.ts';
import { done, teamMove, type StageRules } from '../../stage.ts';
import { debriefJobs } from './jobs.ts';

export const debriefRules = {
  name: 'debrief',
  clock: { workshop: null, short: null },
  jobs: debriefJobs,
  moves: {
    'referee/final': teamMove<{ results: TeamResults }>(({ match, team }, { results }) => {
      team.results = results;
      settleScore(match, team);
      return done();
    }),
  },
} satisfies StageRules;
