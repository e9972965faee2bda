/** The fine-tune stage: one decision on lessons and replay, then the model is trained on them. */

import { z } from 'zod';
import { ANSWER_STYLES } from '../../../world/packs.ts';
import type { FineTuneTeamSlice, TeamResults } from '../../match.ts';
import { done, teamMove, type PlanRules, type StageRules } from '../../stage.ts';
import { finishRun, hasTrained, isSettled } from '../../training/run.ts';
import {
  checkFineTunePlan,
  DEFAULT_FINE_TUNE_PLAN,
  EVIDENCE_SHARES,
  MAX_PACK_CARDS,
  REPLAY_SHARES,
  TOOL_SHARES,
  type FineTunePlan,
} from './plan.ts';
import { fineTuneJobs } from './jobs.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    'fine-tune': FineTunePlan;
  }
}

/** What a lesson has at least from when a team decided, or the clock for it. */
export const OVERTIME_SECONDS = 45;

const cards = z.number().int().min(0).max(MAX_PACK_CARDS);

const plan: PlanRules<FineTunePlan> = {
  shape: z.strictObject({
    style: z.enum(ANSWER_STYLES),
    cards: z.strictObject({ facts: cards, recipes: cards, 'small-talk': cards, exercises: cards }),
    replayShare: z.literal([...REPLAY_SHARES]),
    /* Files from before there were any have none. */
    evidenceShare: z.literal([...EVIDENCE_SHARES]).default(0),
    toolShare: z.literal([...TOOL_SHARES]).default(0),
    styleLines: z.boolean().default(false),
    talks: z.boolean().default(false),
  }),
  isDecided: (_match, team) => team.now['fine-tune'].plan !== null,
  check: (_match, _team, chosen) => checkFineTunePlan(chosen),
  standard: () => DEFAULT_FINE_TUNE_PLAN,
  commit(match, team, chosen, nowMs) {
    team.now['fine-tune'].plan = chosen;
    if (match.stageEndsAtMs === null) return;
    match.stageEndsAtMs = Math.max(match.stageEndsAtMs, nowMs + OVERTIME_SECONDS * 1000);
  },
};

export const fineTuneRules = {
  name: 'fine-tune',
  clock: { workshop: 210, short: 90, long: 180, rehearsal: 30 },
  jobs: fineTuneJobs,
  plan,
  moves: {
    /** The cards are laid out in rows. */
    'referee/cards': teamMove<{ leftOut: number }>(({ team }, { leftOut }) => {
      team.now['fine-tune'].cardsLeftOut = leftOut;
      return done();
    }),
    'referee/tuned': teamMove<{
      inFormShare: number;
      baseInFormShare: number;
      answers: TeamResults['answers'];
    }>(({ team }, { inFormShare, baseInFormShare, answers }) => {
      team.now['fine-tune'].tuning = { inFormShare, baseInFormShare, answers };
      return done();
    }),
  },
  rememberTeam: () =>
    ({ plan: null, cardsLeftOut: null, run: null, tuning: null }) satisfies FineTuneTeamSlice,
  isDone: (_match, teams) =>
    teams.every((team) => {
      const { plan, tuning } = team.now['fine-tune'];
      return plan !== null && isSettled(team, 'fine-tune') && tuning !== null;
    }),
  isWorthATalk: (match) => hasTrained(match, 'fine-tune'),
  /** Overtime once, since a plan chosen just now has still to be trained. */
  end({ match }, undecided) {
    if (undecided.length > 0) return { stayMs: OVERTIME_SECONDS * 1000 };
    for (const team of Object.values(match.teams)) finishRun(team, 'fine-tune');
    return 'go on';
  },
} satisfies StageRules;
