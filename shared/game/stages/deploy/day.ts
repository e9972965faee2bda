/** The town's day: the doors open, the hours go by, and labs and the host may do something about the next one. */

import type { Random } from '../../../random.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Device } from '../../device.ts';
import { lookUp } from '../../look-up.ts';
import { candidateOf, currentOf, lastStageOf } from '../../last-stage.ts';
import type { Match, Team, TrainingStage } from '../../match.ts';
import { ownSlice, ownTeamSlice } from '../../slices.ts';
import { wrongStage, type Context, type Stay } from '../../stage.ts';
import { apologised } from './market.ts';
import { RULES, type Rule } from '../../../serving/fines.ts';
import type { Replica } from '../../../serving/replica.ts';
import { slownessOf } from '../../../serving/phones.ts';
import { ASSUMED_TOKENS_PER_SECOND } from '../../training/workers.ts';
import { keepLog } from './request-log.ts';
import type { ServedHour } from './town.ts';
import { isPupilDue } from './two-models.ts';
import {
  FILTERS,
  MARKS,
  RESPONSES,
  type DeployPlan,
  type DeploySlice,
  type DeployTeamSlice,
  type Response,
  type TownEvent,
} from './state.ts';

/** What each hour of the day brings by itself. */
export const DAY: readonly (readonly TownEvent[])[] = [[], ['spike'], ['news'], []];
/** Share of the days on which somebody sues, though nobody has sent for it. */
export const SUIT_CHANCE = 1 / 3;
/** An hour is on the screens for so many times the pause between two stages: twenty seconds in a workshop. */
const HOUR_GRACES = 2.5;
/** Seconds that the clock waits for an hour that is still being served, and how often. */
const WAIT_SECONDS = 1;
const MOST_WAITS = 60;
/** What it costs to say sorry: cakes for the whole town. */
export const APOLOGY_CENTS = 100;

export const dayOf = (match: Match): DeploySlice => ownSlice<DeploySlice>(match, 'deploy');
export const shopOf = (team: Team): DeployTeamSlice => ownTeamSlice<DeployTeamSlice>(team, 'deploy');

/** Labs that have a model to serve. */
export function servingTeams(match: Match): Team[] {
  return Object.values(match.teams).filter((team) => shopOf(team).plan && shopOf(team).replica);
}

/** How slow the devices of the room are beside the machine that was timed: those of the players stand for the citizens' phones. */
export function phonesOf(
  players: readonly { device: Device | null }[],
  { benchmarkTokensPerSecond }: Replica,
): number[] {
  const speeds = players.flatMap(({ device }) => device?.tokensPerSecond ?? []);
  return slownessOf(speeds, benchmarkTokensPerSecond, ASSUMED_TOKENS_PER_SECOND);
}

/** The stage whose model a lab could go back to; null where it has, and where there is none before its newest. */
export function olderVersion(team: Team): TrainingStage | null {
  const newest = lastStageOf(team);
  return shopOf(team).isRolledBack || newest !== candidateOf(team) ? null : currentOf(team);
}

/** The stage whose model a lab serves. */
export function servedVersion(team: Team): TrainingStage {
  return (shopOf(team).isRolledBack && currentOf(team)) || lastStageOf(team);
}

/** Events of the hour that is served next, or now. */
export function eventsNow({ hours, sent }: DeploySlice): TownEvent[] {
  return [...new Set([...(DAY[hours.length] ?? []), ...sent])];
}

/** All that happens in the hour that is served now: what is known before, and a suit, which comes as a surprise. */
export function eventsServed(day: DeploySlice, ofTheDay: Random): TownEvent[] {
  const isSued = ofTheDay.chance(SUIT_CHANCE);
  const suedIn = 1 + ofTheDay.int(DAY.length - 1);
  const wasSued = day.hours.some(({ events }) => events.includes('suit'));
  const known = eventsNow(day);
  const isDue = isSued && !wasSued && suedIn === day.hours.length;
  return isDue && !known.includes('suit') ? [...known, 'suit'] : known;
}

/** How often there has been news, with the hour that is served now. */
export function newsSoFar(day: DeploySlice): number {
  const all = [...day.hours.map(({ events }) => events), eventsNow(day)];
  return all.filter((events) => events.includes('news')).length;
}

/** The town's rules, each from the hour on in which it was made. */
export function rulesNow(day: DeploySlice): Rule[] {
  const all = new Set([...day.hours.flatMap(({ events }) => events), ...eventsNow(day)]);
  return RULES.filter((rule) => all.has(rule));
}

/** The rules that a lab has lived with for an hour or more. */
function rulesSoFar({ hours }: DeploySlice): Rule[] {
  return RULES.filter((rule) => hours.some(({ events }) => events.includes(rule)));
}

/** Whether a replica is still being timed, or a small copy taught that a lab wants to serve. */
function isTiming(match: Match): boolean {
  return Object.values(match.teams).some((team) => {
    const shop = shopOf(team);
    return team.now.pretrain.run && (!shop.replica || isPupilDue(shop));
  });
}

/** The clock has run out: opens the doors, serves the next hour, or ends the day. */
export function turnHour({ match }: Context): Stay | 'go on' {
  const day = dayOf(match);
  if ((day.isServing || isTiming(match)) && day.waits < MOST_WAITS) {
    day.waits += 1;
    return { stayMs: WAIT_SECONDS * 1000, isWork: true };
  }
  if (day.isServing || day.hours.length >= DAY.length || servingTeams(match).length === 0) return 'go on';
  day.isOpen = true;
  day.isServing = true;
  day.waits = 0;
  return { stayMs: HOUR_GRACES * match.settings.graceSeconds * 1000 };
}

/** The referee has served the hour. */
export function recordHour(
  match: Match,
  { hour, kept, logs, memories, downloaded }: ServedHour,
): Result<void> {
  const day = dayOf(match);
  if (match.stage !== 'deploy' || !day.isServing) return wrongStage(match);
  day.isServing = false;
  day.hours = [...day.hours, hour];
  day.sent = [];
  for (const lab of hour.labs) {
    const team = lookUp(match.teams, lab.teamId);
    if (!team) continue;
    const shop = shopOf(team);
    shop.standing = lab.standing;
    shop.memory = lookUp(memories, lab.teamId) ?? [];
    shop.downloaded = lookUp(downloaded, lab.teamId) ?? [];
    shop.kept = lookUp(kept, lab.teamId) ?? [];
    shop.log = keepLog(shop.log, lookUp(logs, lab.teamId) ?? [], {
      hour: day.hours.length,
      retention: shop.plan?.retention ?? 'hours',
    });
    shop.response = null;
  }
  return ok(undefined);
}

/** The host lets something happen in the next hour. */
export function sendEvent(match: Match, event: TownEvent): Result<void> {
  const day = dayOf(match);
  if (match.stage !== 'deploy') return wrongStage(match);
  const isOver = day.hours.length + (day.isServing ? 1 : 0) >= DAY.length;
  if (isOver) return fail('deploy/day_over');
  if (day.isServing) return fail('deploy/hour_runs');
  if (!day.sent.includes(event)) day.sent = [...day.sent, event];
  return ok(undefined);
}

function tightened(plan: DeployPlan): DeployPlan {
  const next = FILTERS[FILTERS.indexOf(plan.filter) + 1];
  return next ? { ...plan, filter: next } : plan;
}

function marked(plan: DeployPlan): DeployPlan {
  const next = MARKS[MARKS.indexOf(plan.mark) + 1];
  return next ? { ...plan, mark: next } : plan;
}

/** What a lab may do now: nothing that the town has not asked for, and nothing twice. */
export function openResponses(match: Match, team: Team): Response[] {
  const rules = rulesSoFar(dayOf(match));
  const { plan, isNameBlocked } = shopOf(team);
  return RESPONSES.filter((response) => {
    /* What is on phones stays as it is. */
    if (plan?.place === 'phones') return response === 'apologise';
    if (response === 'roll-back') return olderVersion(team) !== null;
    if (response === 'mark') return rules.includes('labels') && plan?.mark !== MARKS.at(-1);
    return response !== 'block-name' || (rules.includes('forget') && !isNameBlocked);
  });
}

/** A lab answers for the hour that is over: once, before the next one. */
export function respond(match: Match, team: Team, response: Response): Result<void> {
  const day = dayOf(match);
  const shop = shopOf(team);
  if (match.stage !== 'deploy' || !day.isOpen || !shop.plan) return wrongStage(match);
  if (match.pausedAtMs !== null) return fail('match/paused');
  if (day.isServing) return fail('deploy/hour_runs');
  if (shop.response) return fail('deploy/responded');
  if (!openResponses(match, team).includes(response)) {
    if (shop.plan.place === 'phones') return fail('deploy/on_phones');
    return fail(response === 'roll-back' ? 'deploy/nothing_before' : 'deploy/not_asked');
  }
  shop.response = response;
  if (response === 'tighten') shop.plan = tightened(shop.plan);
  if (response === 'mark') shop.plan = marked(shop.plan);
  if (response === 'block-name') shop.isNameBlocked = true;
  if (response === 'roll-back') {
    shop.isRolledBack = true;
    /* The small copy learned from the newer one. */
    shop.plan = { ...shop.plan, model: 'own' };
  }
  /* What was said before it goes with it. */
  if (response !== 'tighten' && response !== 'apologise') shop.kept = [];
  if (response === 'apologise') {
    shop.standing = apologised(shop.standing);
    shop.apologyCents += APOLOGY_CENTS;
  }
  return ok(undefined);
}
