/** The debrief: the sealed test is taken, and everybody sees what came of what. */

import { z } from 'zod';
import type { DebriefTeamSlice, TeamResults } from '../../match.ts';
import { settleScore } from '../../score.ts';
import { ownSlice } from '../../slices.ts';
import { done, playerMove, teamMove, type Context, type StageRules, type Stay } from '../../stage.ts';
import { CHANGES, type Change } from '../../changes.ts';
import { debriefJobs } from './jobs.ts';
import { OUTCOMES } from './verdict.ts';
import {
  askWhatIf,
  guessWhatIf,
  recordTrials,
  viewWhatIfs,
  type Trials,
  type WhatIfSlice,
} from './what-if.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    debrief: never;
  }
}

/** Between generations the clock waits for sealed tests that are still being taken: they earn coins for the next. */
const WAIT_SECONDS = 5;
/** But not for ever. */
const MOST_WAITS = 24;

interface DebriefSlice {
  /** How often it has waited. */
  waits: number;
}

function endWhenTested({ match }: Context): Stay | 'go on' {
  const slice = ownSlice<DebriefSlice>(match, 'debrief');
  const isTested = Object.values(match.teams).every(
    ({ now }) => now.debrief.score !== null || now.pretrain.run === null,
  );
  if (isTested || slice.waits >= MOST_WAITS) return 'go on';
  slice.waits += 1;
  return { stayMs: WAIT_SECONDS * 1000, isWork: true };
}

/** Which decision is changed, and what a member thinks will come of it. */
const WHAT_IF = { change: z.enum(CHANGES), guess: z.enum(OUTCOMES) };

export const debriefRules = {
  name: 'debrief',
  clock: { workshop: null, short: null, long: 150, rehearsal: null },
  jobs: debriefJobs,
  remember: () => ({ waits: 0 }) satisfies DebriefSlice,
  rememberTeam: (): DebriefTeamSlice & WhatIfSlice => ({ results: null, score: null, whatIfs: [] }),
  ownView: viewWhatIfs,
  end: endWhenTested,
  /* Nothing is decided in it. */
  mayBeginAgain: () => false,
  moves: {
    'debrief/what-if': playerMove(WHAT_IF, askWhatIf),
    'debrief/guess': playerMove(WHAT_IF, guessWhatIf),
    'referee/retrained': teamMove<{ change: Change; trials: Trials }>(({ team }, found) =>
      recordTrials(team, found),
    ),
    'referee/final': teamMove<{ results: TeamResults }>(({ match, team }, { results }) => {
      team.now.debrief.results = results;
      settleScore(match, team);
      return done();
    }),
  },
} satisfies StageRules;
