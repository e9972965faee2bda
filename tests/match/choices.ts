/** The reader of a choices file: what the teams of a match of bots choose. */

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { teamPlan } from '../../shared/game/moves.ts';
import {
  KL_WEIGHTS,
  METHODS,
  MOST_PRINCIPLES,
  POOLS,
  SFT_WEIGHTS,
} from '../../shared/game/stages/align/state.ts';
import { productShape } from '../../shared/game/stages/deploy/rules.ts';
import { LEAST_BID_COINS } from '../../shared/game/stages/data/auction.ts';
import { DEFAULT_DEPLOY_PLAN, productOf } from '../../shared/game/stages/deploy/state.ts';
import { DATA_BUDGET_COINS } from '../../shared/game/stages/data/coins.ts';
import type { TeamPlan } from '../../shared/game/match.ts';
import { PRINCIPLES, TRAITS } from '../../shared/world/traits.ts';
import { PROBES } from '../../shared/game/stages/test/state.ts';
import { GATE_HABITS } from '../../shared/game/bot-gate.ts';
import { defaultChoices, type TeamChoices } from '../../shared/game/bot-choices.ts';
import { checkPlan } from './check-plan.ts';

/** Teams of a match unless told otherwise. */
export const DEFAULT_TEAMS = 3;

const STAGES = ['data', 'scale', 'fine-tune', 'deploy', 'pictures', 'paint', 'gallery'] as const;
type ChosenStage = (typeof STAGES)[number];

/** How the bots of all teams rate pairs. */
const raters = z.strictObject({
  trait: z.enum(TRAITS),
  votes: z.number().int().min(0),
  noise: z.number().min(0).max(1),
});

const choicesFile = z.strictObject({
  teams: z.array(
    z
      .strictObject({
        data: z.unknown(),
        scale: z.unknown(),
        'fine-tune': z.unknown(),
        deploy: z.unknown(),
        tries: z.array(productShape.partial()),
        pictures: z.unknown(),
        paint: z.unknown(),
        gallery: z.unknown(),
        align: z
          .strictObject({
            method: z.enum(METHODS),
            anchor: z.literal([...SFT_WEIGHTS]),
            kl: z.literal([...KL_WEIGHTS]),
            pool: z.enum(POOLS),
            principles: z.array(z.enum(PRINCIPLES)).max(MOST_PRINCIPLES),
            verdict: z.enum(['keep', 'undo']),
          })
          .partial()
          /* Files say it as players do. */
          .transform(({ anchor, kl, ...others }) => ({
            ...others,
            ...(anchor === undefined ? {} : { sftWeight: anchor }),
            ...(kl === undefined ? {} : { klWeight: kl }),
          })),
        gate: z.enum(GATE_HABITS),
        probes: z
          .number()
          .int()
          .min(0)
          .max(PROBES / 2),
        harden: z.boolean(),
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
 * Every team's choices from the JSON text of a choices file: `{ "teams": [{ "data", "scale", "fine-tune", "align", "gate", "probes", "harden", "tries", "deploy", "bid", "pictures", "paint", "gallery" }, ...], "raters" }`.
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
      gate: given.gate ?? standard.gate,
      tries: (given.tries ?? []).map((tried) => ({ ...productOf(DEFAULT_DEPLOY_PLAN), ...tried })),
      probes: given.probes ?? standard.probes,
      harden: given.harden ?? standard.harden,
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
