/** The align stage: pairs are rated, the team trains on the ratings as often as it likes, and keeps or undoes the result. */

import { z } from 'zod';
import type { PreferenceScores } from '../../../evals/preference.ts';
import { PRINCIPLES } from '../../../world/traits.ts';
import { pairId } from '../../fields.ts';
import type { AlignTeamSlice } from '../../match.ts';
import { fail, ok } from '../../result.ts';
import {
  audienceMove,
  done,
  playerMove,
  systemMove,
  teamMove,
  wrongStage,
  type PlanRules,
  type StageRules,
} from '../../stage.ts';
import { sliceOf } from '../../slices.ts';
import { finishRun, hasTrained } from '../../training/run.ts';
import {
  beginAlign,
  checkAlign,
  commitAlign,
  isAligning,
  leaveRatings,
  rate,
  recordOutcome,
  recordPairs,
} from './preferences.ts';
import {
  SFT_WEIGHTS,
  CHOICES,
  KL_WEIGHTS,
  METHODS,
  MOST_PRINCIPLES,
  NO_ALIGNMENT,
  POOLS,
  type AlignOutcome,
  type AlignPlan,
  type AlignSlice,
  type BestOf,
  type PairCard,
  type RewardFit,
  type Taught,
} from './state.ts';
import { alignJobs, fitJob } from './jobs.ts';
import { viewRatings } from './view.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    align: AlignPlan;
  }
}

const plan: PlanRules<AlignPlan> = {
  shape: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('train'),
      method: z.enum(METHODS),
      sftWeight: z.literal([...SFT_WEIGHTS]),
      klWeight: z.literal([...KL_WEIGHTS]),
      pool: z.enum(POOLS),
      principles: z
        .array(z.enum(PRINCIPLES))
        .max(MOST_PRINCIPLES)
        .refine((chosen) => new Set(chosen).size === chosen.length),
    }),
    z.strictObject({ kind: z.literal('keep') }),
    z.strictObject({ kind: z.literal('undo') }),
  ]),
  isDecided: (_match, team) => team.now.align.plan !== null,
  isOpen: (_match, team) => (isAligning(team) ? fail('plan/already_committed') : ok(undefined)),
  check: checkAlign,
  standard: () => ({ kind: 'keep' }),
  isFinal: ({ kind }) => kind !== 'train',
  commit: (match, team, chosen, nowMs) => commitAlign({ match, nowMs }, team, chosen),
};

export const alignRules = {
  name: 'align',
  optional: { workshop: true, short: true, long: true, rehearsal: true },
  clock: { workshop: 240, short: 120, long: 210, rehearsal: 30 },
  jobs: alignJobs,
  matchJob: fitJob,
  plan,
  moves: {
    'align/rate': playerMove({ pairId, choice: z.enum(CHOICES) }, ({ match, playerId }, move) =>
      rate(match, playerId, move.pairId, move.choice),
    ),
    'audience/rate': audienceMove({ pairId, choice: z.enum(CHOICES) }, ({ match, watcherId }, move) =>
      rate(match, watcherId, move.pairId, move.choice),
    ),
    'referee/paired': teamMove<{ pairs: readonly PairCard[]; before: PreferenceScores }>(
      ({ match, team }, { pairs, before }) => recordPairs(match, team, pairs, before),
    ),
    'referee/fitted': systemMove<{ fit: RewardFit }>(({ match }, { fit }) => {
      if (match.stage !== 'align') return wrongStage(match);
      sliceOf(match, 'align').fits.push(fit);
      return done();
    }),
    'referee/taught': teamMove<{ taught: Taught; reward: Record<string, number> }>(
      ({ team }, { taught, reward }) => {
        team.now.align.alignment.taught = taught;
        team.now.align.alignment.reward = reward;
        return done();
      },
    ),
    'referee/best-of': teamMove<{ bestOf: BestOf[] }>(({ team }, { bestOf }) => {
      team.now.align.alignment.bestOf = bestOf;
      return done();
    }),
    'referee/aligned': teamMove<{ outcome: AlignOutcome }>((context, { outcome }) =>
      recordOutcome(context, context.team, outcome),
    ),
  },
  /* The reference is the model that the round began with, so a second round would be another training. */
  training: { begin: beginAlign, isOneRound: true },
  view: viewRatings,
  remember: () => ({ fits: [], pairs: {}, ratings: {} }) satisfies AlignSlice,
  rememberTeam: () => ({ plan: null, run: null, alignment: { ...NO_ALIGNMENT } }) satisfies AlignTeamSlice,
  isDone: (_match, teams) => teams.every(({ now }) => now.align.plan !== null),
  isWorthATalk: (match) => hasTrained(match, 'align'),
  /** Aligning stops; a team that has not decided keeps what is there, unless its leading proposal says otherwise. */
  close({ match }) {
    for (const team of Object.values(match.teams)) {
      finishRun(team, 'align');
      team.now.align.alignment.wanted = null;
    }
  },
  leaveMatch: leaveRatings,
} satisfies StageRules;
