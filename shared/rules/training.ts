/** Training rounds, for pretrain and fine-tune alike: who trains, how much, and which updates are taken. */

import { flopsPerToken } from '../lm/flops.ts';
import { membersOf } from './members.ts';
import type { Match, OpenRound, Team, TrainingRun, TrainingStage } from './match.ts';
import { fail, ok, type Result } from './result.ts';
import { modelConfig, PROBE_CONFIG } from './scale.ts';

/** Rows of one gradient step. Small batches learn most per token at this size of model. */
export const BATCH_ROWS = 16;
/** Seconds of training that a round allots: short enough for lively curves, long enough to hide the transfer. */
const ROUND_SECONDS = 5;
/** A round may take this many times its allotted time before it is given to somebody else. */
const PATIENCE = 5;
/** Added to the patience, for transfers and the first compilation of kernels. */
const SLACK_SECONDS = 15;
/** An update moves weights by at most this multiple of their own norm. */
const MAX_RELATIVE_NORM = 2;
/** Weights start at 0.02 and end near this root mean square; a first round's norm is judged against the latter. */
const TRAINED_ROOT_MEAN_SQUARE = 0.3;

/** Ends a training run where it stands; an open round is dropped. */
export function finishRun(team: Team, stage: TrainingStage): void {
  const run = team.runs[stage];
  if (!run) return;
  run.status = 'finished';
  run.round = null;
}

/** The device that trains next: the fastest connected one, those that missed rounds of this run last; or null. */
export function trainerFor(match: Match, team: Team, stage: TrainingStage): string | null {
  const missed = team.runs[stage]?.missedRounds ?? {};
  const able = membersOf(match, team.id)
    .filter((player) => player.connected && (player.device?.tokensPerSecond ?? 0) > 0)
    .sort(
      (a, b) =>
        (missed[a.id] ?? 0) - (missed[b.id] ?? 0) ||
        (b.device?.tokensPerSecond ?? 0) - (a.device?.tokensPerSecond ?? 0),
    );
  return able[0]?.id ?? null;
}

/** The next round for the team's best device, or null when there is nothing to train or nobody to train it. */
export function planRound(
  match: Match,
  team: Team,
  stage: TrainingStage,
  nowMs: number,
): Pick<OpenRound, 'playerId' | 'rowCount' | 'tokens' | 'deadlineMs'> | null {
  const run = team.runs[stage];
  const { data, scale } = team.plans;
  if (match.stage !== stage || match.pausedAtMs !== null || !run || !data || !scale) return null;
  if (run.status !== 'running' || run.round) return null;
  const playerId = trainerFor(match, team, stage);
  if (!playerId) return null;
  const config = modelConfig(scale, data.vocabSize);
  const probed = match.players[playerId].device?.tokensPerSecond ?? 0;
  const tokensPerSecond = (probed * flopsPerToken(PROBE_CONFIG)) / flopsPerToken(config);
  const batches = Math.max(
    1,
    Math.round((ROUND_SECONDS * tokensPerSecond) / (BATCH_ROWS * config.contextLength)),
  );
  const rowCount = Math.min(run.rowsTotal - run.rowsUsed, batches * BATCH_ROWS);
  const seconds = (rowCount * config.contextLength) / tokensPerSecond;
  return {
    playerId,
    rowCount,
    tokens: rowCount * config.contextLength,
    deadlineMs: nowMs + (seconds * PATIENCE + SLACK_SECONDS) * 1000,
  };
}

export function openRun(
  team: Team,
  stage: TrainingStage,
  rowsTotal: number,
  tokensTotal: number,
): Result<void> {
  if (team.runs[stage]) return fail('train/repeat');
  const startBitsPerByte =
    stage === 'pretrain'
      ? team.prepared?.untrainedBitsPerByte
      : team.runs.pretrain?.curve.at(-1)?.bitsPerByte;
  const run: TrainingRun = {
    status: 'running',
    stoppedEarly: false,
    rowsTotal,
    rowsUsed: 0,
    tokensTotal,
    tokensUsed: 0,
    roundsDone: 0,
    round: null,
    missedRounds: {},
    curve: [{ tokens: 0, trainLoss: null, bitsPerByte: startBitsPerByte ?? null }],
    filmstrip: [],
    scoredTokens: 0,
  };
  if (stage === 'pretrain' && team.prepared)
    run.filmstrip.push({ tokens: 0, samples: team.prepared.untrainedSamples });
  team.runs[stage] = run;
  return ok(undefined);
}

export function openRound(
  match: Match,
  team: Team,
  stage: TrainingStage,
  round: Pick<OpenRound, 'playerId' | 'rowCount' | 'tokens' | 'deadlineMs'>,
): Result<void> {
  const run = team.runs[stage];
  if (match.stage !== stage || !run || run.status !== 'running' || run.round)
    return fail('train/not_running');
  if (match.players[round.playerId]?.teamId !== team.id) return fail('lobby/no_such_player');
  run.round = { number: run.roundsDone + 1, startRow: run.rowsUsed, ...round };
  return ok(undefined);
}

/** Whether this player may still upload an update for this round. */
export function checkRound(run: TrainingRun | null, playerId: string, round: number): Result<OpenRound> {
  if (!run) return fail('train/not_running');
  if (round <= run.roundsDone) return fail('train/repeat', { round });
  if (run.status !== 'running') return fail('train/not_running');
  if (!run.round || run.round.number !== round) return fail('train/stale_round', { round });
  if (run.round.playerId !== playerId) return fail('train/not_your_round');
  return ok(run.round);
}

export function acceptRound(
  run: TrainingRun | null,
  update: { playerId: string; round: number; rowsUsed: number; tokens: number; trainLoss: number },
): Result<void> {
  const open = checkRound(run, update.playerId, update.round);
  if (!open.ok) return open;
  if (!run) return fail('train/not_running');
  if (update.rowsUsed > open.value.rowCount || update.tokens > open.value.tokens)
    return fail('train/too_many_tokens');
  if (update.rowsUsed < 1 || update.tokens < 1) return fail('train/no_tokens');
  run.rowsUsed += update.rowsUsed;
  run.tokensUsed += update.tokens;
  run.roundsDone += 1;
  run.round = null;
  run.curve.push({ tokens: run.tokensUsed, trainLoss: update.trainLoss, bitsPerByte: null });
  if (run.rowsUsed >= run.rowsTotal) run.status = 'finished';
  return ok(undefined);
}

/** Gives up on a round whose trainer is late or gone; the next round starts from the same weights. */
export function abandonRound(run: TrainingRun | null, round: number): Result<void> {
  if (run?.round?.number !== round) return fail('train/stale_round', { round });
  run.missedRounds[run.round.playerId] = (run.missedRounds[run.round.playerId] ?? 0) + 1;
  run.round = null;
  return ok(undefined);
}

/** Enters the referee's score at its place on the curve. */
export function recordScore(
  run: TrainingRun | null,
  score: { tokens: number; bitsPerByte: number; samples: TrainingRun['filmstrip'][number]['samples'] },
): Result<void> {
  if (!run) return fail('train/not_running');
  const point = run.curve.find(({ tokens }) => tokens === score.tokens);
  if (point) point.bitsPerByte = score.bitsPerByte;
  run.filmstrip.push({ tokens: score.tokens, samples: score.samples });
  run.scoredTokens = Math.max(run.scoredTokens, score.tokens);
  return ok(undefined);
}

/** Checks the numbers of an update against its round: shape, finiteness, size of the change, rows claimed. */
export function checkUpdate<T extends { delta: Float32Array; rowsUsed: number; trainLoss: number }>(
  update: T,
  limits: { parameterCount: number; allottedRows: number; weightsNorm: number },
): Result<T> {
  const { delta } = update;
  if (delta.length !== limits.parameterCount) {
    return fail('train/wrong_shape', { got: delta.length, expected: limits.parameterCount });
  }
  if (update.rowsUsed > limits.allottedRows) return fail('train/too_many_tokens');
  if (update.rowsUsed < 1) return fail('train/no_tokens');
  let squares = 0;
  for (const value of delta) squares += value * value;
  if (!Number.isFinite(squares) || !Number.isFinite(update.trainLoss)) return fail('train/not_finite');
  const scale = Math.max(limits.weightsNorm, TRAINED_ROOT_MEAN_SQUARE * Math.sqrt(delta.length));
  if (Math.sqrt(squares) > MAX_RELATIVE_NORM * scale) return fail('train/absurd_norm');
  return ok(update);
}
