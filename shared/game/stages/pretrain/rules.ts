/** The pretraining stage: the model is trained, and the team may stop it, go back, or change its rate. */

import { z } from 'zod';
import type { OwnHeldOut } from '../../held-out.ts';
import type { PretrainPlan, PretrainTeamSlice, Prepared } from '../../match.ts';
import { fail, ok } from '../../result.ts';
import { done, playerMove, teamMove, type PlanRules, type StageRules } from '../../stage.ts';
import { RATE_FACTORS } from '../../training/model.ts';
import { finishRun, hasTrained, isSettled, recordHeldOut } from '../../training/run.ts';
import { checkPretrain, commitPretrain, takeBackStop } from './plan.ts';
import { pretrainJobs } from './jobs.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    pretrain: PretrainPlan;
  }
}

const plan: PlanRules<PretrainPlan> = {
  shape: z.union([
    z.strictObject({ stopEarly: z.literal(true) }),
    z.strictObject({ rollBackTo: z.number().int().min(0).max(1e9) }),
    z.strictObject({ rateFactor: z.literal([...RATE_FACTORS]) }),
  ]),
  isDecided: () => false,
  isOpen: (_match, team) => (team.now.pretrain.run ? ok(undefined) : fail('train/not_running')),
  check: (_match, team, chosen) => checkPretrain(team, chosen),
  mayBeStale: true,
  commit: (_match, team, chosen, nowMs) => commitPretrain(team, chosen, nowMs),
};

export const pretrainRules = {
  name: 'pretrain',
  clock: { workshop: 180, short: 75, long: 180, rehearsal: 40 },
  jobs: pretrainJobs,
  plan,
  moves: {
    /** A member takes back that the team has just stopped its run. */
    'pretrain/read-on': playerMove({}, ({ match, playerId, nowMs }) => takeBackStop(match, playerId, nowMs)),
    'referee/prepared': teamMove<{ prepared: Prepared }>(({ team }, { prepared }) => {
      team.now.pretrain.prepared = prepared;
      return done();
    }),
    /** The team's own held-out text is judged with the pretrained weights of this many tokens. */
    'referee/held-out': teamMove<{ ownHeldOut: OwnHeldOut }>(({ team }, { ownHeldOut }) =>
      recordHeldOut(team, ownHeldOut),
    ),
  },
  rememberTeam: () => ({ prepared: null, run: null, ownHeldOut: null }) satisfies PretrainTeamSlice,
  isDone: (_match, teams) => teams.every((team) => isSettled(team, 'pretrain')),
  isWorthATalk: (match) => hasTrained(match, 'pretrain'),
  end({ match }) {
    for (const team of Object.values(match.teams)) finishRun(team, 'pretrain');
    return 'go on';
  },
} satisfies StageRules;
