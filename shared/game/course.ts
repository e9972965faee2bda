/** The course of a match: the host begins it, stops and moves its clock, and moves it on; the clock does so by itself. */

import { z } from 'zod';
import { takeOut } from './look-up.ts';
import { membersOf } from './members.ts';
import type { Match } from './match.ts';
import { fail, type Result } from './result.ts';
import { expireStage, goOn, hasEnd, isOver } from './schedule.ts';
import { runsOf } from './slices.ts';
import { done, hostMove, systemMove, wrongStage, type Context, type MoveTable } from './stage.ts';
import { allRules } from './stages/registry.ts';
import { computeBudget } from './training/model.ts';
import { slowestTeamTogether } from './training/workers.ts';

/** Far more than anybody means. */
const MAX_EXTENSION_SECONDS = 3600;
/** Without a pretrain clock (sandbox) the budget is cut for this many seconds. */
const ASSUMED_PRETRAIN_SECONDS = 120;

/** Starts the match: empty teams leave, and the slowest team's devices set everybody's compute budget. */
function start({ match, nowMs }: Context): Result<void> {
  if (match.stage !== 'lobby') return fail('match/already_started');
  if (match.pausedAtMs !== null) return fail('match/paused');
  const empty = Object.keys(match.teams).filter((id) => membersOf(match, id).length === 0);
  if (empty.length === Object.keys(match.teams).length) return fail('lobby/nobody_here');
  for (const id of empty) takeOut(match.teams, id);
  match.budgetFlops = match.settings.budgetFlops ?? fairBudget(match);
  goOn({ match, nowMs });
  return done();
}

function fairBudget(match: Match): number {
  const seconds = match.settings.stageSeconds.pretrain ?? ASSUMED_PRETRAIN_SECONDS;
  return computeBudget(slowestTeamTogether(match), seconds);
}

/** Only what has a clock can stand still. */
function pause({ match, nowMs }: Context): Result<void> {
  if (match.stage === 'lobby') return wrongStage(match);
  if (isOver(match)) return fail('match/finished');
  if (match.pausedAtMs !== null) return fail('match/paused');
  match.pausedAtMs = nowMs;
  return done();
}

/** In a pause the clock stands where it was stopped, and going on will add the pause by itself. */
function extend({ match, nowMs }: Context, seconds: number): Result<void> {
  if (isOver(match)) return fail('match/finished');
  if (match.stageEndsAtMs === null) return wrongStage(match);
  if (!(seconds > 0 && seconds <= MAX_EXTENSION_SECONDS)) return fail('protocol/bad_message');
  match.stageEndsAtMs = Math.max(match.stageEndsAtMs, match.pausedAtMs ?? nowMs) + seconds * 1000;
  return done();
}

/** Clocks and deadlines move on by as long as the pause was. */
function resume({ match, nowMs }: Context): Result<void> {
  if (match.pausedAtMs === null) return fail('match/not_paused');
  const pausedForMs = nowMs - match.pausedAtMs;
  match.pausedAtMs = null;
  if (match.stageEndsAtMs !== null) match.stageEndsAtMs += pausedForMs;
  for (const rules of allRules) rules.putOff?.(match, pausedForMs);
  for (const team of Object.values(match.teams)) {
    for (const run of runsOf(team)) {
      if (!run.round) continue;
      run.round.openedAtMs += pausedForMs;
      run.round.deadlineMs += pausedForMs;
    }
  }
  return done();
}

function skip(context: Context): Result<void> {
  const { match } = context;
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
    { seconds: z.number().int().min(1).max(MAX_EXTENSION_SECONDS) },
    (context, { seconds }) => extend(context, seconds),
  ),
  'host/skip': hostMove({}, skip),
  'host/lock': hostMove({ locked: z.boolean() }, ({ match }, { locked }) => {
    match.locked = locked;
    return done();
  }),
  'clock/expire': systemMove<object>((context) => {
    const { match, nowMs } = context;
    if (match.pausedAtMs !== null) return fail('match/paused');
    if (match.stageEndsAtMs === null || nowMs < match.stageEndsAtMs) return wrongStage(match);
    expireStage(context);
    return done();
  }),
} satisfies MoveTable;
