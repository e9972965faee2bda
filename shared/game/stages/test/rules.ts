/** The test stage: the referee measures what each lab would ship beside what it has, and the lab decides what passes its gate. */

import { z } from 'zod';
import { ATTACK_GOALS } from '../../../evals/attacks.ts';
import { OWN_RULES } from '../../../evals/own-eval.ts';
import { teamId } from '../../fields.ts';
import type { TestTeamSlice } from '../../match.ts';
import { playingTeams } from '../../members.ts';
import { ownSlice } from '../../slices.ts';
import { finishRun } from '../../training/run.ts';
import {
  done,
  playerMove,
  systemMove,
  teamMove,
  type Context,
  type StageRules,
  type Stay,
} from '../../stage.ts';
import { gatePlan, hasModel, recordExam, wantsExam } from './gate.ts';
import { testJobs } from './jobs.ts';
import { dropWaiting, isDuel, recordProbes, sendProbe, type ProbeOutcome } from './probes.ts';
import { addOwnEval, recordOwnScores, type OwnScore } from './own-evals.ts';
import { endHardening } from './hardening.ts';
import type { Examined, TestPlan, TestSlice } from './state.ts';
import { viewDuel, viewTest } from './view.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    test: TestPlan;
  }
}

/** Of texts as they are sent; the rules say what is too long, and too many, in plain words. */
const MAX_SENT = 400;
const MOST_SENT = 40;
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
    'test/probe': playerMove(
      { teamId, goal: z.enum(ATTACK_GOALS), text: z.string().max(MAX_SENT) },
      (context, wanted) => sendProbe(context, wanted),
    ),
    'test/own-eval': playerMove(
      {
        prompts: z.array(z.string().max(MAX_SENT)).max(MOST_SENT),
        rule: z.strictObject({ kind: z.enum(OWN_RULES), text: z.string().max(MAX_SENT) }),
      },
      (context, wanted) => addOwnEval(context, wanted),
    ),
    'referee/examined': teamMove<Omit<Examined, 'candidate' | 'current'>>(
      ({ team }, { evals, items, openings }) => {
        recordExam(team, { evals, items, openings });
        return done();
      },
    ),
    'referee/own-evals': teamMove<{ found: readonly OwnScore[] }>(({ match, team }, { found }) => {
      recordOwnScores(match, team, found);
      return done();
    }),
    'referee/probed': systemMove<{ outcomes: readonly ProbeOutcome[] }>(({ match }, { outcomes }) => {
      recordProbes(match, outcomes);
      return done();
    }),
  },
  remember: (): TestSlice => ({ isLate: false, probes: [], ownEvals: [] }),
  rememberTeam: (): TestTeamSlice => ({ plan: null, examined: null, hardening: null, run: null }),
  view: viewDuel,
  teamView: viewTest,
  /* Attacks go on while people look at what was decided. */
  isWorthATalk: isDuel,
  close({ match }) {
    for (const team of Object.values(match.teams)) {
      finishRun(team, 'test');
      endHardening(team);
    }
    dropWaiting(match);
  },
  isDone: (match, teams) =>
    teams.every((team) => !hasModel(team) || (gatePlan.isDecided(match, team) && !wantsExam(team))),
  end: awaitExams,
} satisfies StageRules;
