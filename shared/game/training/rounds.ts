/** Rounds of a training run: rows are shared out among the team's devices, updates come in, the round is closed or undone. */

import type { Match, Team, TrainingRun, TrainingStage } from '../match.ts';
import type { OpenRound, RowRange, Shard, UnjudgedRound } from './round.ts';
import { SERVER_WORKER } from '../match.ts';
import { lookUp } from '../look-up.ts';
import { fail, ok, type Result } from '../result.ts';
import { configOf } from './start.ts';
import { asManyAsNeeded, strike, workerOf, workersFor } from './workers.ts';

/** Rows of one gradient step. Small batches learn most per token at this size of model. */
export const BATCH_ROWS = 16;
/** Seconds of training that a round allots: the oftener the average the better (lm/LOG.md), and transfers take a part of each. */
export const ROUND_SECONDS = 3;
/** A round may take this many times its allotted time before it is closed without those who are late. */
const PATIENCE = 5;
/** Added to the patience, for transfers and the first compilation of kernels. */
const SLACK_SECONDS = 15;
/** Once half of a round's tokens are in, the others have as long again as those took, and at least this long. */
const LEAST_GRACE_MS = 3_000;

/** A round as it is handed out: who trains what, and until when. */
export interface PlannedRound {
  shards: Omit<Shard, 'update'>[];
  plannedSeconds: number;
  deadlineMs: number;
}

/** What a worker made of its shard. */
interface Submission {
  playerId: string;
  round: number;
  rowsUsed: number;
  tokens: number;
  trainLoss: number;
}

/** Gives rows back to be trained on first. */
function giveBack(run: TrainingRun, range: RowRange): void {
  if (range.rowCount > 0) run.rowsLeft.unshift({ startRow: range.startRow, rowCount: range.rowCount });
}

/** Takes exactly these rows out of those left; false when they are not all there. */
function takeRows(run: TrainingRun, { startRow, rowCount }: RowRange): boolean {
  const index = run.rowsLeft.findIndex(
    (range) => startRow >= range.startRow && startRow + rowCount <= range.startRow + range.rowCount,
  );
  const range = run.rowsLeft[index];
  if (!range || rowCount < 1) return false;
  const end = startRow + rowCount;
  const rest = [
    { startRow: range.startRow, rowCount: startRow - range.startRow },
    { startRow: end, rowCount: range.startRow + range.rowCount - end },
  ];
  run.rowsLeft.splice(index, 1, ...rest.filter((part) => part.rowCount > 0));
  return true;
}

/** The next round, or null when there is nothing to train or nobody to train it. Shards last about as long for everybody. */
export function planRound(
  match: Match,
  team: Team,
  stage: TrainingStage,
  nowMs: number,
): PlannedRound | null {
  const run = team.now[stage].run;
  if (match.stage !== stage || match.pausedAtMs !== null || !run) return null;
  if (run.status !== 'running' || run.round) return null;
  const config = configOf(team);
  if (!config) return null;
  const { roundRows } = match.settings;
  const left = run.rowsLeft.map((range) => ({ ...range }));
  const rowsLeft = left.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const able = workersFor(match, team, stage, config, nowMs);
  const clockLeftMs =
    match.stageEndsAtMs === null ? (match.untimed?.leftMs ?? null) : match.stageEndsAtMs - nowMs;
  const secondsLeft = clockLeftMs === null ? null : clockLeftMs / 1000;
  const workers =
    roundRows === null
      ? asManyAsNeeded(able, rowsLeft, secondsLeft)
      : able.map((worker) => ({ ...worker, rowsPerSecond: roundRows / ROUND_SECONDS }));
  const together = workers.reduce((sum, { rowsPerSecond }) => sum + rowsPerSecond, 0);
  /* The last round is shorter for all, rather than full for the first and empty for the rest. */
  const seconds = Math.min(ROUND_SECONDS, rowsLeft / together);
  const shards: PlannedRound['shards'] = [];
  let plannedSeconds = 0;
  for (const { playerId, rowsPerSecond } of workers) {
    const range = left[0];
    if (!range) break;
    const batches = Math.max(1, Math.round((seconds * rowsPerSecond) / BATCH_ROWS));
    /* Aligning compares with the model it began with, so it is one round. */
    const rowCount = stage === 'align' ? range.rowCount : Math.min(range.rowCount, batches * BATCH_ROWS);
    const tokens = rowCount * config.contextLength;
    shards.push({ playerId, startRow: range.startRow, rowCount, tokens });
    plannedSeconds = Math.max(plannedSeconds, rowCount / rowsPerSecond);
    range.startRow += rowCount;
    range.rowCount -= rowCount;
    if (range.rowCount === 0) left.shift();
  }
  if (shards.length === 0) return null;
  const deadlineMs = nowMs + (plannedSeconds * PATIENCE + SLACK_SECONDS) * 1000;
  return { shards, plannedSeconds, deadlineMs };
}

export function openRound(
  match: Match,
  team: Team,
  stage: TrainingStage,
  planned: PlannedRound,
  nowMs: number,
): Result<void> {
  const run = team.now[stage].run;
  if (match.stage !== stage || !run || run.status !== 'running' || run.round || planned.shards.length === 0)
    return fail('train/not_running');
  const isOurs = (id: string): boolean =>
    id === SERVER_WORKER || lookUp(match.players, id)?.teamId === team.id;
  if (!planned.shards.every(({ playerId }) => isOurs(playerId))) return fail('lobby/no_such_player');
  const rowsLeft = structuredClone(run.rowsLeft);
  if (!planned.shards.every((shard) => takeRows(run, shard))) {
    run.rowsLeft = rowsLeft;
    return fail('train/no_tokens');
  }
  run.roundsOpened += 1;
  run.round = {
    number: run.roundsOpened,
    openedAtMs: nowMs,
    plannedSeconds: planned.plannedSeconds,
    deadlineMs: planned.deadlineMs,
    shards: planned.shards.map((shard) => ({ ...shard, update: null })),
  };
  return ok(undefined);
}

/** The shard for which this worker may still bring an update in this round. */
export function checkShard(run: TrainingRun | null, playerId: string, round: number): Result<Shard> {
  if (!run) return fail('train/not_running');
  if ((lookUp(run.workers, playerId)?.lastRound ?? 0) === round) return fail('train/repeat', { round });
  if (run.status !== 'running') return fail('train/not_running');
  if (run.round?.number !== round) return fail('train/stale_round', { round });
  const shard = run.round.shards.find((candidate) => candidate.playerId === playerId);
  return shard ? ok(shard) : fail('train/not_your_round');
}

/** Notes a worker's update; the round closes once all are in, and the late are waited for only so long. */
export function submitShard(run: TrainingRun | null, move: Submission, nowMs: number): Result<void> {
  const found = checkShard(run, move.playerId, move.round);
  if (!found.ok) return found;
  if (!run?.round) return fail('train/not_running');
  const shard = found.value;
  const { rowsUsed, tokens, trainLoss } = move;
  if (![rowsUsed, tokens, trainLoss].every(Number.isFinite)) return fail('train/not_finite');
  if (rowsUsed > shard.rowCount || tokens > shard.tokens) return fail('train/too_many_tokens');
  if (rowsUsed < 1 || tokens < 1) return fail('train/no_tokens');
  shard.update = { rowsUsed, tokens, trainLoss };
  const { round } = run;
  const elapsedMs = Math.max(1, nowMs - round.openedAtMs);
  const worker = workerOf(run, move.playerId);
  worker.lastRound = round.number;
  worker.rowsPerSecond = (rowsUsed / elapsedMs) * 1000;
  const allotted = round.shards.reduce((sum, { tokens: most }) => sum + most, 0);
  const arrived = round.shards.reduce((sum, { tokens: most, update }) => sum + (update ? most : 0), 0);
  if (arrived >= allotted / 2)
    round.deadlineMs = Math.min(round.deadlineMs, nowMs + Math.max(LEAST_GRACE_MS, elapsedMs));
  return ok(undefined);
}

/** Nothing more is to be waited for: all updates are in, the time is up, or whoever is missing has left. */
export function isRoundOver(match: Match, round: OpenRound, nowMs: number): boolean {
  const isAwaited = ({ playerId, update }: Shard): boolean =>
    update === null && (playerId === SERVER_WORKER || lookUp(match.players, playerId)?.connected === true);
  return nowMs > round.deadlineMs || !round.shards.some(isAwaited);
}

/** Ends the open round. The updates taken make a new version of the weights; all other rows go back to be trained on. */
export function closeRound(
  run: TrainingRun | null,
  number: number,
  takenIds: readonly string[],
): Result<void> {
  const round = run?.round;
  if (!run || round?.number !== number) return fail('train/stale_round', { round: number });
  const taken = round.shards.filter(({ playerId }) => takenIds.includes(playerId));
  if (taken.length !== takenIds.length || taken.some(({ update }) => update === null))
    return fail('train/no_tokens');
  run.round = null;
  for (const shard of round.shards.toReversed()) {
    const { update, playerId } = shard;
    if (!update || !takenIds.includes(playerId)) {
      giveBack(run, shard);
      strike(run, playerId);
      continue;
    }
    const { rowsUsed, tokens } = update;
    giveBack(run, { startRow: shard.startRow + rowsUsed, rowCount: shard.rowCount - rowsUsed });
    run.rowsUsed += rowsUsed;
    run.tokensUsed += tokens;
    const worker = workerOf(run, playerId);
    worker.tokens += tokens;
    worker.updates += 1;
    worker.strikes = 0;
  }
  if (taken.length === 0) return ok(undefined);
  const tokens = taken.reduce((sum, { update }) => sum + (update?.tokens ?? 0), 0);
  const nats = taken.reduce((sum, { update }) => sum + (update ? update.trainLoss * update.tokens : 0), 0);
  run.roundsDone += 1;
  run.version = round.number;
  run.unjudged.push({ number: round.number, shards: taken });
  run.curve.push({ tokens: run.tokensUsed, trainLoss: nats / tokens, bitsPerByte: null });
  if (run.rowsLeft.length === 0) run.status = 'finished';
  return ok(undefined);
}

/** Drops the open round as if it had never been opened, except for its number. */
export function dropRound(run: TrainingRun): void {
  for (const shard of run.round?.shards.toReversed() ?? []) giveBack(run, shard);
  run.round = null;
}

/** The same where updates had come in and are lost, or the server itself was at work on it. Other devices may still bring theirs. */
export function dropLostRound(run: TrainingRun): void {
  const isLost = run.round?.shards.some(
    ({ playerId, update }) => update !== null || playerId === SERVER_WORKER,
  );
  if (isLost) dropRound(run);
}

/** Takes a worker who is gone for good out of the open round. */
export function dropShard(run: TrainingRun, playerId: string): void {
  const { round } = run;
  const shard = round?.shards.find((candidate) => candidate.playerId === playerId && !candidate.update);
  if (!round || !shard) return;
  giveBack(run, shard);
  round.shards = round.shards.filter((candidate) => candidate !== shard);
  if (round.shards.length === 0) run.round = null;
}

/** Takes a closed round back: its rows, its tokens and its place on the curve. The newest round must go first. */
export function undoRound(run: TrainingRun, round: UnjudgedRound): void {
  for (const shard of round.shards.toReversed()) {
    const { update, playerId } = shard;
    if (!update) continue;
    giveBack(run, { startRow: shard.startRow, rowCount: update.rowsUsed });
    run.rowsUsed -= update.rowsUsed;
    run.tokensUsed -= update.tokens;
    const worker = workerOf(run, playerId);
    worker.tokens -= update.tokens;
    worker.updates -= 1;
  }
  run.roundsDone -= 1;
  run.curve.pop();
}
