/** The one door to a match: `applyMove` validates a move whole, then changes the state; or says why not. */

import { beginAlign, rate, recordOutcome, recordPairs } from './stages/align/preferences.ts';
import { closeOnTime, closeWhenAllSpoke, placeBid } from './stages/data/auction.ts';
import { castVote, recordArena, shine } from './stages/arena/votes.ts';
import { settleScore } from './stages/debrief/score.ts';
import { removePlayer, rename, start, switchTeam, takeSeat } from './stages/lobby/seats.ts';
import { madeId } from './ids.ts';
import { label } from './stages/data/labels.ts';
import { put } from './look-up.ts';
import { findPlayer, findTeam } from './members.ts';
import type { Match, Team } from './match.ts';
import {
  MAX_EXTENSION_SECONDS,
  MAX_TOKENS_PER_SECOND,
  type Actor,
  type HostMove,
  type Move,
  type MoveContext,
  type PlayerMove,
  type SystemMove,
} from './moves.ts';
import { askProbe, layProbe, loseProbe, measureProbe, takeProbe } from './stages/scale/probes.ts';
import { agree, commitOnMajority, propose } from './proposals.ts';
import { fail, ok, type Result } from './result.ts';
import { endWhenAllDone, expireStage } from './stages.ts';
import { closeRound, openRound, submitShard } from './training/rounds.ts';
import { finishRun, openRun, recordHeldOut, recordScore, rollBack } from './training/run.ts';
import { showLife, usableSpeed } from './training/workers.ts';

/**
 * Changes `match` and returns ok, or leaves it untouched and returns the error.
 * A move whose id was applied before succeeds without changing anything.
 */
export function applyMove(match: Match, move: Move, context: MoveContext): Result<{ repeated: boolean }> {
  const moveKey = `${actorKey(context.actor)}:${context.id}`;
  if (Object.hasOwn(match.appliedMoveIds, moveKey)) return ok({ repeated: true });
  const result = dispatch(match, move, context);
  if (!result.ok) return result;
  if (context.actor.kind !== 'system') put(match.appliedMoveIds, moveKey, true);
  match.sequence += 1;
  /* In a pause nothing is decided, though people come and go. */
  if (match.pausedAtMs === null) {
    for (const team of Object.values(match.teams)) commitOnMajority(match, team);
    closeWhenAllSpoke(match);
    endWhenAllDone(match, context.nowMs);
  }
  return ok({ repeated: false });
}

/** No id of a player has a slash, so no player's moves are mistaken for another's or the host's. */
function actorKey(actor: Actor): string {
  return actor.kind === 'player' ? `player/${actor.playerId}` : actor.kind;
}

function dispatch(match: Match, move: Move, context: MoveContext): Result<void> {
  const { actor } = context;
  if (isHostMove(move)) {
    return actor.kind === 'host' ? applyHostMove(match, move, context.nowMs) : fail('protocol/host_only');
  }
  if (isPlayerMove(move)) {
    return actor.kind === 'player'
      ? applyPlayerMove(match, move, actor.playerId, context)
      : fail('protocol/bad_message');
  }
  return actor.kind === 'system' ? applySystemMove(match, move, context.nowMs) : fail('protocol/bad_message');
}

function isHostMove(move: Move): move is HostMove {
  return move.type.startsWith('host/');
}

function isPlayerMove(move: Move): move is PlayerMove {
  return move.type !== 'auction/close' && /^(lobby|data|auction|scale|plan|align|arena)\//.test(move.type);
}

function applyPlayerMove(
  match: Match,
  move: PlayerMove,
  playerId: string,
  context: MoveContext,
): Result<void> {
  const found = findPlayer(match, playerId);
  if (!found.ok) return found;
  const player = found.value;
  switch (move.type) {
    case 'lobby/probe':
      if (!(move.tokensPerSecond >= 0 && move.tokensPerSecond <= MAX_TOKENS_PER_SECOND))
        return fail('protocol/bad_message');
      player.device = { tokensPerSecond: usableSpeed(move.tokensPerSecond), backend: move.backend };
      showLife(match, playerId);
      return ok(undefined);
    case 'lobby/rename':
      return match.stage === 'lobby' ? rename(match, playerId, move.name) : wrongStage(match);
    case 'lobby/switch-team':
      return match.stage === 'lobby' ? switchTeam(match, playerId, move.teamId) : wrongStage(match);
    case 'data/own-text':
      player.addsOwnText = move.adds;
      return ok(undefined);
    case 'data/label':
      return label(match, playerId, move);
    case 'auction/bid':
      return placeBid(match, playerId, move.coins, context.nowMs);
    case 'scale/probe':
      return askProbe(match, playerId, madeId(playerId, match.sequence), move.plan);
    case 'plan/propose':
      return propose(match, playerId, madeId(playerId, match.sequence), move.proposed);
    case 'plan/agree':
      return agree(match, playerId, move.proposalId);
    case 'align/rate':
      return rate(match, playerId, move.pairId, move.choice);
    case 'arena/vote':
      return castVote(match, playerId, move.pairId, move.choice);
  }
  throw new Error(`unhandled player move ${JSON.stringify(context.id)}`);
}

function wrongStage(match: Match): Result<void> {
  return fail('match/wrong_stage', { stage: match.stage });
}

function applyHostMove(match: Match, move: HostMove, nowMs: number): Result<void> {
  switch (move.type) {
    case 'host/start':
      return start(match, nowMs);
    case 'host/pause':
      return pause(match, nowMs);
    case 'host/resume':
      return resume(match, nowMs);
    case 'host/extend':
      return extend(match, move.seconds, nowMs);
    case 'host/skip':
      if (match.stage === 'debrief') return fail('match/finished');
      if (match.stage === 'lobby') return wrongStage(match);
      if (match.pausedAtMs !== null) return fail('match/paused');
      expireStage(match, nowMs);
      return ok(undefined);
    case 'host/lock':
      match.locked = move.locked;
      return ok(undefined);
    case 'host/rename':
      return rename(match, move.playerId, move.name);
    case 'host/seat':
      return switchTeam(match, move.playerId, move.teamId);
    case 'host/remove':
      return removePlayer(match, move.playerId);
    case 'host/spotlight':
      return shine(match, move.answer);
  }
}

/** Only what has a clock can stand still. */
function pause(match: Match, nowMs: number): Result<void> {
  if (match.stage === 'lobby') return wrongStage(match);
  if (match.stage === 'debrief') return fail('match/finished');
  if (match.pausedAtMs !== null) return fail('match/paused');
  match.pausedAtMs = nowMs;
  return ok(undefined);
}

/** In a pause the clock stands where it was stopped, and going on will add the pause by itself. */
function extend(match: Match, seconds: number, nowMs: number): Result<void> {
  if (match.stage === 'debrief') return fail('match/finished');
  if (match.stageEndsAtMs === null) return wrongStage(match);
  if (!(seconds > 0 && seconds <= MAX_EXTENSION_SECONDS)) return fail('protocol/bad_message');
  match.stageEndsAtMs = Math.max(match.stageEndsAtMs, match.pausedAtMs ?? nowMs) + seconds * 1000;
  return ok(undefined);
}

/** Clocks and deadlines move on by as long as the pause was. */
function resume(match: Match, nowMs: number): Result<void> {
  if (match.pausedAtMs === null) return fail('match/not_paused');
  const pausedForMs = nowMs - match.pausedAtMs;
  match.pausedAtMs = null;
  if (match.stageEndsAtMs !== null) match.stageEndsAtMs += pausedForMs;
  if (match.auction.closesAtMs !== null) match.auction.closesAtMs += pausedForMs;
  for (const team of Object.values(match.teams)) {
    for (const probe of team.probes) if (probe.deadlineMs !== null) probe.deadlineMs += pausedForMs;
    for (const run of Object.values(team.runs)) {
      if (!run?.round) continue;
      run.round.openedAtMs += pausedForMs;
      run.round.deadlineMs += pausedForMs;
    }
  }
  return ok(undefined);
}

function applySystemMove(match: Match, move: SystemMove, nowMs: number): Result<void> {
  switch (move.type) {
    case 'seat/take':
      return takeSeat(match, move.playerId, move.name);
    case 'seat/connection': {
      const found = findPlayer(match, move.playerId);
      if (!found.ok) return found;
      const player = found.value;
      player.connected = move.connected;
      /* A text lives in its page only; the page says so again when it is back with it. */
      player.addsOwnText = false;
      if (move.connected) showLife(match, move.playerId);
      return ok(undefined);
    }
    case 'clock/expire':
      if (match.pausedAtMs !== null) return fail('match/paused');
      if (match.stageEndsAtMs === null || nowMs < match.stageEndsAtMs) return wrongStage(match);
      expireStage(match, nowMs);
      return ok(undefined);
    case 'auction/close':
      return closeOnTime(match, nowMs);
    case 'referee/market':
      match.documents = move.documents;
      return ok(undefined);
    case 'referee/arena':
      return recordArena(match, move.pairs);
    default: {
      const team = findTeam(match, move.teamId);
      return team.ok ? applyTeamMove(match, team.value, move, nowMs) : team;
    }
  }
}

type TeamMove = Extract<SystemMove, { teamId: string }>;

function applyTeamMove(match: Match, team: Team, move: TeamMove, nowMs: number): Result<void> {
  switch (move.type) {
    case 'referee/text':
      team.text = move.text;
      return ok(undefined);
    case 'probe/lay':
      return layProbe(match, team, move, nowMs);
    case 'probe/take':
      return takeProbe(team, move.playerId, move.probeId);
    case 'probe/measure':
      return measureProbe(team, move.probeId, move.bitsPerByte);
    case 'probe/lose':
      return loseProbe(team, move.probeId);
    case 'referee/prepared':
      team.prepared = move.prepared;
      return ok(undefined);
    case 'round/run': {
      const opened = openRun(team, move.stage, move.rowsTotal, move.tokensTotal);
      if (opened.ok && move.stage === 'align') beginAlign(team, move.pairsUsed ?? 0);
      return opened;
    }
    case 'round/open':
      return openRound(match, team, move.stage, move, nowMs);
    case 'round/submit':
      return submitShard(team.runs[move.stage], move, nowMs);
    case 'round/close': {
      const closed = closeRound(team.runs[move.stage], move.round, move.takenIds);
      /* The reference is the model that the round began with, so a second round would be another training. */
      if (closed.ok && move.stage === 'align' && move.takenIds.length > 0) finishRun(team, move.stage);
      return closed;
    }
    case 'round/rolled-back':
      return rollBack(team.runs[move.stage], move.soundVersion, match.stage === move.stage);
    case 'referee/scored':
      return recordScore(team.runs[move.stage], move);
    case 'referee/held-out':
      return recordHeldOut(team, move.ownHeldOut);
    case 'referee/tuned':
      team.tuning = {
        inFormShare: move.inFormShare,
        baseInFormShare: move.baseInFormShare,
        answers: move.answers,
      };
      return ok(undefined);
    case 'referee/paired':
      return recordPairs(match, team, move.pairs, move.before);
    case 'referee/aligned':
      return recordOutcome(team, move.outcome);
    case 'referee/final': {
      team.results = move.results;
      settleScore(match, team);
      return ok(undefined);
    }
  }
}
