/** What the teams of a match of bots choose: the defaults, and the reader of a choices file. */

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { teamPlan } from '../../shared/game/moves.ts';
import {
  BETAS,
  DEFAULT_ALIGN_TRAINING,
  POOLS,
  SFT_WEIGHTS,
  type AlignTraining,
} from '../../shared/game/stages/align/state.ts';
import { NO_CLEANING } from '../../shared/game/stages/data/cleaning.ts';
import { LEAST_BID_COINS } from '../../shared/game/stages/data/auction.ts';
import { DATA_BUDGET_COINS } from '../../shared/game/stages/data/coins.ts';
import { DEFAULT_DATA_PLAN, type DataPlan } from '../../shared/game/stages/data/plan.ts';
import { DEFAULT_FINE_TUNE_PLAN, type FineTunePlan } from '../../shared/game/stages/fine-tune/plan.ts';
import type { TeamPlan } from '../../shared/game/match.ts';
import { checkPlan } from './check-plan.ts';
import { TRAITS } from '../../shared/world/traits.ts';
import { DEFAULT_SCALE_PLAN, type ScalePlan } from '../../shared/game/stages/scale/plan.ts';

/** Teams of a match unless told otherwise. */
export const DEFAULT_TEAMS = 3;

export interface TeamChoices {
  data: DataPlan;
  scale: ScalePlan;
  'fine-tune': FineTunePlan;
  /** How to align, and what to do with the result. */
  align: AlignTraining & { verdict: 'keep' | 'undo' };
  /** Coins for the lot of the auction; null passes. */
  bid: number | null;
  raters: Raters;
}

type ChosenStage = 'data' | 'scale' | 'fine-tune';
const STAGES: readonly ChosenStage[] = ['data', 'scale', 'fine-tune'];

/** Nearly a third of everything that this team's model reads is exercises. */
const SKILL_HEAVY: DataPlan = {
  purchases: {
    stories: 'half',
    encyclopedia: 'half',
    questions: 'whole',
    exercises: 'whole',
    web: 'half',
    posts: 'half',
  },
  shares: { stories: 16, encyclopedia: 20, questions: 20, exercises: 30, web: 8, posts: 6 },
  vocabSize: 512,
  cleaning: NO_CLEANING,
  heldOutShare: DEFAULT_DATA_PLAN.heldOutShare,
};

/** Half of everything is stories, and hardly anything exercises. */
const STORY_HEAVY: DataPlan = {
  purchases: {
    stories: 'whole',
    encyclopedia: 'half',
    questions: 'whole',
    exercises: 'half',
    web: 'half',
    posts: 'half',
  },
  shares: { stories: 50, encyclopedia: 17, questions: 17, exercises: 4, web: 7, posts: 5 },
  vocabSize: 512,
  cleaning: NO_CLEANING,
  heldOutShare: DEFAULT_DATA_PLAN.heldOutShare,
};

/** Between the two: something of everything, and a tenth exercises. */
const BALANCED: DataPlan = {
  ...DEFAULT_DATA_PLAN,
  shares: { stories: 32, encyclopedia: 22, questions: 22, exercises: 10, web: 8, posts: 6 },
  vocabSize: 512,
};

/** What each team does unless told otherwise: first the contrast of skill and stories, then the middle, and so on in turn. */
export function defaultChoices(teamIndex: number): TeamChoices {
  const data = [SKILL_HEAVY, STORY_HEAVY, BALANCED][teamIndex % 3];
  return {
    data,
    /* Where there is a second year, every other lab begins it anew, and the rest go on from their models. */
    scale: teamIndex % 2 === 0 ? DEFAULT_SCALE_PLAN : { ...DEFAULT_SCALE_PLAN, start: 'scratch' },
    'fine-tune': DEFAULT_FINE_TUNE_PLAN,
    align: { ...DEFAULT_ALIGN_TRAINING, verdict: 'keep' },
    bid: null,
    raters: { trait: 'kind', votes: 150, noise: 0.1 },
  };
}

/** How the bots of all teams rate pairs. */
const raters = z.strictObject({
  /** They rate pairs that ask for this, and leave the others. */
  trait: z.enum(TRAITS),
  /** Votes of all bots together, as far as there are pairs. */
  votes: z.number().int().min(0),
  /** Share of votes that go the wrong way. */
  noise: z.number().min(0).max(1),
});
export type Raters = z.infer<typeof raters>;

const choicesFile = z.strictObject({
  teams: z.array(
    z
      .strictObject({
        data: z.unknown(),
        scale: z.unknown(),
        'fine-tune': z.unknown(),
        align: z
          .strictObject({
            beta: z.literal([...BETAS]),
            anchor: z.literal([...SFT_WEIGHTS]),
            pool: z.enum(POOLS),
            verdict: z.enum(['keep', 'undo']),
          })
          .partial()
          /* Files say it as players do. */
          .transform(({ anchor, ...others }) =>
            anchor === undefined ? others : { ...others, sftWeight: anchor },
          ),
        bid: z.number().int().min(LEAST_BID_COINS).max(DATA_BUDGET_COINS).nullable(),
      })
      .partial(),
  ),
  raters: raters.partial().optional(),
});

/** One plan as a player could propose it; throws an Error that says which number of which team is not allowed, and why. */
function readPlan(stage: ChosenStage, plan: unknown, teamIndex: number): TeamPlan {
  const place = `team ${teamIndex + 1}, ${stage}`;
  const parsed = teamPlan.safeParse({ stage, plan });
  if (!parsed.success) throw new Error(`${place}: ${z.prettifyError(parsed.error)}`);
  const checked = checkPlan(parsed.data, null);
  if (!checked.ok)
    throw new Error(`${place}: ${checked.error.code} ${JSON.stringify(checked.error.params ?? {})}`);
  return parsed.data;
}

/**
 * Every team's choices from the JSON text of a choices file: `{ "teams": [{ "data", "scale", "fine-tune", "align", "bid" }, ...], "raters" }`.
 * What a team leaves out, and teams beyond the list, take the defaults; without a number of teams there are as many as in the
 * list, and three at least. Throws an Error in plain words.
 */
export function parseChoices(text: string, teams?: number): TeamChoices[] {
  const parsed = choicesFile.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const { teams: listed } = parsed.data;
  const teamCount = teams ?? Math.max(DEFAULT_TEAMS, listed.length);
  if (listed.length > teamCount)
    throw new Error(`choices for ${listed.length} teams in a match of ${teamCount}`);
  return Array.from({ length: teamCount }, (_, index) => {
    const given = listed[index] ?? {};
    const plans = STAGES.filter((stage) => given[stage] !== undefined).map((stage) => {
      const { plan } = readPlan(stage, given[stage], index);
      return [stage, plan];
    });
    const standard = defaultChoices(index);
    return {
      ...standard,
      ...Object.fromEntries(plans),
      align: { ...standard.align, ...given.align },
      bid: given.bid ?? standard.bid,
      raters: { ...standard.raters, ...parsed.data.raters },
    };
  });
}

export function readChoices(path: string, teams?: number): TeamChoices[] {
  try {
    return parseChoices(readFileSync(path, 'utf8'), teams);
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
