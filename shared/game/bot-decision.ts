/** What a bot decides for a lab that nobody is in, from its choices. It never bids, and never votes. */

import type { PlanStage } from '../lifecycle.ts';
import type { TeamChoices } from './bot-choices.ts';
import { botGate } from './bot-gate.ts';
import type { Match, Team, TeamPlan } from './match.ts';
import { sliceOf } from './slices.ts';
import { rulesOf } from './stages/registry.ts';
import { preferences, MIN_PAIRS } from './stages/align/preferences.ts';
import { shopOf } from './stages/deploy/day.ts';
import { lotOf } from './stages/data/auction.ts';
import { coinsOf } from './stages/data/coins.ts';
import { withLot } from './stages/data/plan.ts';

/** People have this share of the clock to rate pairs before a bot trains on what they said. */
const RATING_SHARE = 0.5;

/** Whether people have rated for long enough, or have all decided. */
function haveRated(match: Match, team: Team, nowMs: number): boolean {
  const { stageEndsAtMs, settings } = match;
  const others = Object.values(match.teams).filter(({ id }) => id !== team.id);
  if (others.every(({ now }) => now.align.plan !== null)) return true;
  const seconds = settings.stageSeconds.align;
  return seconds !== null && stageEndsAtMs !== null && stageEndsAtMs - nowMs < RATING_SHARE * seconds * 1000;
}

function alignPlan(match: Match, team: Team, { align }: TeamChoices, nowMs: number): TeamPlan | null {
  const { alignment, run } = team.now.align;
  const keep: TeamPlan = { stage: 'align', plan: { kind: 'keep' } };
  if (alignment.outcome) return keep;
  if (alignment.wanted || run !== null || !haveRated(match, team, nowMs)) return null;
  const { verdict: _verdict, ...training } = align;
  const isEnough = preferences(match, team.id, training.pool).length >= MIN_PAIRS;
  return isEnough && alignment.before ? { stage: 'align', plan: { kind: 'train', ...training } } : keep;
}

function isDecided(match: Match, team: Team, stage: PlanStage): boolean {
  return rulesOf(stage).plan?.isDecided(match, team) ?? true;
}

/** The decision that is due in this stage; null where there is none, or not yet. */
export function botPlan(match: Match, team: Team, choices: TeamChoices, nowMs: number): TeamPlan | null {
  const stage = match.stage as PlanStage;
  switch (stage) {
    case 'data': {
      if (team.now.data.plan) return null;
      const lot = lotOf(sliceOf(match, 'data'), team.id);
      return { stage, plan: withLot(choices.data, lot, coinsOf(team)) };
    }
    case 'scale':
      return team.now.scale.plan ? null : { stage, plan: choices.scale };
    case 'fine-tune':
      return team.now['fine-tune'].plan ? null : { stage, plan: choices['fine-tune'] };
    case 'pictures':
    case 'paint':
    case 'gallery':
      return isDecided(match, team, stage) ? null : ({ stage, plan: choices[stage] } as TeamPlan);
    case 'deploy':
      return shopOf(team).plan ? null : { stage, plan: choices.deploy };
    case 'align':
      return team.now.align.plan ? null : alignPlan(match, team, choices, nowMs);
    case 'test': {
      const { plan, examined } = team.now.test;
      return plan || !examined ? null : { stage, plan: { gate: botGate(examined, choices.gate) } };
    }
    default:
      return null;
  }
}
