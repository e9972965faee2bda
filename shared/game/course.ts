/** The course of a match: the host begins it, stops and moves its clock, and moves it on; the clock does so by itself. */

import { z } from 'zod';
import { takeOut } from './look-up.ts';
import { membersOf } from './members.ts';
import type { Match } from './match.ts';
import { putOff, resume } from './pauses.ts';
import { removePlayer } from './players.ts';
import { LEAST_LABS, leftBefore } from './quick.ts';
import { askForMore } from './ready.ts';
import { beginAgain } from './repeat.ts';
import { fail, type Result } from './result.ts';
import { expireStage, goOn, hasEnd, isOver } from './schedule.ts';
import { runsOf } from './slices.ts';
import { done, hostMove, playerMove, systemMove, wrongStage, type Context, type MoveTable } from './stage.ts';
import { rulesOf } from './stages/registry.ts';
import { computeBudget } from './training/model.ts';
import { dropLostRound } from './training/rounds.ts';
import { slowestTeamAlone, slowestTeamTogether } from './training/workers.ts';

/** Far more than anybody means. */
export const MAX_EXTENSION_SECONDS = 3600;
/** The id of the step that a command is for; whatever step it is where absent. */
const meantStep = z.string().max(40).optional();
/** Without a pretrain clock (sandbox) the budget is cut for this many seconds. */
const ASSUMED_PRETRAIN_SECONDS = 120;

/** Labs without anybody that a bot is to run: of a match without a host as many as it takes to have somebody to play against. */
function labsForBots({ settings }: Match, peopled: number, empty: number): number {
  if (!settings.bots) return 0;
  return settings.quick === null ? empty : Math.max(0, LEAST_LABS - peopled);
}

/** Starts the match: empty teams leave, and the slowest team's devices set everybody's compute budget. */
function start({ match, nowMs }: Context): Result<void> {
  if (match.stage !== 'lobby') return fail('match/already_started');
  if (match.pausedAtMs !== null) return fail('match/paused');
  const ids = Object.keys(match.teams);
  const empty = ids.filter((id) => membersOf(match, id).length === 0);
  const forBots = labsForBots(match, ids.length - empty.length, empty.length);
  if (empty.length === ids.length && forBots === 0) return fail('lobby/nobody_here');
  for (const id of empty.slice(forBots)) takeOut(match.teams, id);
  match.broughtBack = null;
  match.budgetFlops = match.settings.budgetFlops ?? fairBudget(match);
  goOn({ match, nowMs });
  return done();
}

/** The lobby's clock, which only a match without a host has: begins with those who are here, or waits on when nobody is. */
function startByItself(context: Context): Result<void> {
  const { match, nowMs } = context;
  for (const id of leftBefore(match, nowMs)) removePlayer(match, id);
  match.stageEndsAtMs = null;
  return Object.values(match.players).some(({ connected }) => connected) ? start(context) : done();
}

function fairBudget(match: Match): number {
  const { pretrain, paint } = match.settings.stageSeconds;
  /* A painter is trained on one device of its lab. */
  const speed = paint === null ? slowestTeamTogether(match) : slowestTeamAlone(match);
  return match.settings.computeShare * computeBudget(speed, pretrain ?? paint ?? ASSUMED_PRETRAIN_SECONDS);
}

/** Only what has a clock can stand still. */
function pause({ match, nowMs }: Context): Result<void> {
  if (match.stage === 'lobby') return wrongStage(match);
  if (isOver(match)) return fail('match/finished');
  if (match.pausedAtMs !== null) return fail('match/paused');
  match.pausedAtMs = nowMs;
  return done();
}

/** A command of the host is for the step that was on the screen: one that comes a moment later is for no other. */
function isMeant({ schedule, at }: Match, step: string | undefined): boolean {
  return step === undefined || step === schedule[at]?.id;
}

/**
 * In a pause the clock stands where it was stopped, and going on will add the pause by itself. Whatever else goes by the clock gets
 * the same time; and a stage that would end early, since all are done, lasts for the time that was given.
 */
function extend({ match, nowMs }: Context, seconds: number, step: string | undefined): Result<void> {
  if (!isMeant(match, step)) return fail('match/other_stage');
  if (isOver(match)) return fail('match/finished');
  if (match.stageEndsAtMs === null) return wrongStage(match);
  if (!(seconds > 0 && seconds <= MAX_EXTENSION_SECONDS)) return fail('protocol/bad_message');
  const clockMs = match.pausedAtMs ?? nowMs;
  const millis = seconds * 1000;
  match.stageEndsAtMs = Math.max(match.stageEndsAtMs, clockMs) + millis;
  match.heldUntilMs = match.ready ? match.stageEndsAtMs : clockMs + millis;
  if (match.ready?.clockLeftMs) match.ready.clockLeftMs += millis;
  rulesOf(match.stage).putOff?.(match, millis);
  return done();
}

/** Off: the stage lasts until the host moves on. On again: its clock has what it had left. */
function setTimers({ match, nowMs }: Context, areOff: boolean): void {
  if (areOff === (match.untimed !== null)) return;
  const clockMs = match.pausedAtMs ?? nowMs;
  const { ready, stageEndsAtMs } = match;
  match.heldUntilMs = null;
  match.ready = null;
  const clockLeftMs = ready ? ready.clockLeftMs : stageEndsAtMs === null ? null : stageEndsAtMs - clockMs;
  const leftMs = match.untimed ? match.untimed.leftMs : clockLeftMs;
  match.untimed = areOff ? { leftMs } : null;
  match.stageEndsAtMs = areOff || leftMs === null ? null : clockMs + leftMs;
  const secondsLeft = areOff || leftMs === null ? null : leftMs / 1000;
  rulesOf(match.stage).setClock?.({ match, nowMs: clockMs }, secondsLeft);
}

/** Whoever hosts is gone for so long that nobody steers any more: longer than a page takes to load anew, or a network to come back. */
export const HOST_GONE_SECONDS = 60;

/** Whether the match has to pause by itself, since a host was there and is gone. */
export function isHostMissing(match: Match, nowMs: number): boolean {
  const since = match.host?.goneSinceMs ?? null;
  if (match.stage === 'lobby' || isOver(match) || match.pausedAtMs !== null || since === null) return false;
  return nowMs - since >= HOST_GONE_SECONDS * 1000;
}

/**
 * The server was started anew. People have yet to come back; updates that came in for an open round went with the old server, so
 * that round is trained again; and clocks stand where they stood when the old one stopped.
 */
function bringBack(match: Match, stoppedAtMs: number, isDamaged: boolean): void {
  for (const player of Object.values(match.players)) {
    player.connected = false;
    player.absentSinceMs ??= stoppedAtMs;
    /* A text lives in its page only; the page says so again when it is back with it. */
    player.addsOwnText = false;
  }
  for (const team of Object.values(match.teams)) for (const run of runsOf(team)) dropLostRound(run);
  for (const watcher of Object.values(match.audience)) watcher.connected = false;
  if (match.host) match.host.goneSinceMs ??= stoppedAtMs;
  const hasClock = match.stage !== 'lobby' && !isOver(match);
  if (hasClock) match.pausedAtMs ??= stoppedAtMs;
  if (hasClock || isDamaged) match.broughtBack = isDamaged ? 'damaged' : 'whole';
}

function skip(context: Context, step: string | undefined): Result<void> {
  const { match } = context;
  if (!isMeant(match, step)) return fail('match/other_stage');
  if (!hasEnd(match)) return match.stage === 'lobby' ? wrongStage(match) : fail('match/finished');
  if (match.pausedAtMs !== null) return fail('match/paused');
  expireStage(context);
  return done();
}

export const COURSE_MOVES = {
  'host/start': hostMove({}, start),
  'host/pause': hostMove({}, pause),
  'host/resume': hostMove({}, resume),
  'host/extend': hostMove(
    { seconds: z.number().int().min(1).max(MAX_EXTENSION_SECONDS), step: meantStep },
    (context, { seconds, step }) => extend(context, seconds, step),
  ),
  /** Friends who are all there need not wait for strangers. */
  'lobby/begin': playerMove({}, (context) =>
    context.match.settings.quick === 'private' ? start(context) : fail('protocol/host_only'),
  ),
  'ready/more': playerMove({}, (context) => askForMore(context, context.playerId)),
  'host/skip': hostMove({ step: meantStep }, (context, { step }) => skip(context, step)),
  /** The stage begins again; what is lost with that the host was told. */
  'host/repeat': hostMove({ step: z.string().max(40) }, (context, { step }) =>
    isMeant(context.match, step) ? beginAgain(context) : fail('match/other_stage'),
  ),
  'host/timers': hostMove({ areOff: z.boolean() }, (context, { areOff }) => {
    setTimers(context, areOff);
    return done();
  }),
  /** Shows this one of the addresses to those who want to come in. */
  'host/join-origin': hostMove({ origin: z.string().max(300) }, ({ match }, { origin }) => {
    if (!match.joinOrigins.includes(origin)) return fail('protocol/bad_message');
    match.joinOrigins = [origin, ...match.joinOrigins.filter((other) => other !== origin)];
    return done();
  }),
  'host/lock': hostMove({ locked: z.boolean() }, ({ match }, { locked }) => {
    match.locked = locked;
    return done();
  }),
  /** A screen of the host's is here, or the last of them is gone. */
  'host-screens/seen': systemMove<{ areHere: boolean }>(({ match, nowMs }, { areHere }) => {
    match.host = { goneSinceMs: areHere ? null : (match.host?.goneSinceMs ?? nowMs) };
    return done();
  }),
  /** None has been here for too long: the match waits for the host. */
  'host-screens/missed': systemMove<object>(({ match, nowMs }) => {
    if (!isHostMissing(match, nowMs)) return wrongStage(match);
    match.pausedAtMs = nowMs;
    match.isHostMissed = true;
    return done();
  }),
  'match/bring-back': systemMove<{ stoppedAtMs: number; isDamaged: boolean }>(
    ({ match }, { stoppedAtMs, isDamaged }) => {
      bringBack(match, stoppedAtMs, isDamaged);
      return done();
    },
  ),
  /** The server stood still since this time, or its clock was set; in a pause that changes nothing. */
  'clock/jump': systemMove<{ sinceMs: number }>(({ match, nowMs }, { sinceMs }) => {
    if (match.pausedAtMs !== null) return fail('match/paused');
    putOff(match, sinceMs, nowMs);
    return done();
  }),
  'clock/expire': systemMove<object>((context) => {
    const { match, nowMs } = context;
    if (match.pausedAtMs !== null) return fail('match/paused');
    if (match.stageEndsAtMs === null || nowMs < match.stageEndsAtMs) return wrongStage(match);
    if (match.stage === 'lobby') return startByItself(context);
    expireStage(context);
    return done();
  }),
} satisfies MoveTable;
