/** Training runs, the same for all stages that train: how one begins and ends, which updates are taken, and the referee's verdict. */

import type { ScoredKind } from '../../world/document.ts';
import type { OwnHeldOut } from '../held-out.ts';
import type { Match, ModelSample, Team, TrainingRun, TrainingStage } from '../match.ts';
import { fail, ok, type Result } from '../result.ts';
import { dropRound, undoRound } from './rounds.ts';
import { isAbandoned, keepCheckpoint } from './checkpoints.ts';
import { peakFactor } from './model.ts';
import { firstVersionOf } from './start.ts';
import { strike } from './workers.ts';

/** An update moves weights by at most this multiple of their own norm. */
const MAX_RELATIVE_NORM = 2;
/** Weights start at 0.02 and end near this root mean square; a first round's norm is judged against the latter. */
const TRAINED_ROOT_MEAN_SQUARE = 0.3;
/**
 * Pretraining is taken back when surprise rose by more than this from one verdict to the next, in bits per byte. The same
 * text is scored both times, so only training itself can move it: honest rounds of 12 to 50 steps rose by 0.00 at most
 * in the runs of lm/LOG.md, and even a learner that reads its pages over and over loses far less in one round.
 */
const MAX_RISE = 0.1;
/** A second verdict against the weights by other hands stands; a third means that the text is at fault, not a device. */
const MAX_ROLLBACKS = 2;

/** Ends a training run where it stands; an open round is dropped. */
export function finishRun(team: Team, stage: TrainingStage): void {
  const run = team.now[stage].run;
  if (!run) return;
  dropRound(run);
  run.status = 'finished';
}

/** Whether any team has trained in this stage: then there is a new model to look at. */
export function hasTrained({ teams }: Match, stage: TrainingStage): boolean {
  return Object.values(teams).some(({ now }) => (now[stage].run?.roundsDone ?? 0) > 0);
}

/** Whether all that was trained in this stage is judged. */
export function isSettled(team: Team, stage: TrainingStage): boolean {
  const run = team.now[stage].run;
  return run !== null && run.status === 'finished' && run.scoredTokens >= run.tokensUsed;
}

/** A curve has so many points at most, evenly spread: more show nothing more, and each costs the referee. */
const MOST_SCORES = 16;
/** At the beginning, where a curve falls fastest, each version is scored. */
const FIRST_SCORES = 4;

/** Whether the newest weights of this stage are to be scored: a point on the curve is due, or they are the last. */
export function wantsScore(team: Team, stage: TrainingStage): boolean {
  const run = team.now[stage].run;
  if (!run || run.scoredTokens >= run.tokensUsed) return false;
  const scored = run.curve.filter(({ bitsPerByte }) => bitsPerByte !== null).length;
  return (
    run.status !== 'running' ||
    scored < FIRST_SCORES ||
    run.tokensUsed - run.scoredTokens >= run.tokensTotal / MOST_SCORES
  );
}

/** A model is aligned as often as the team likes, always from the tuned one, which becomes a version of its own each time. */
export function openRun(
  team: Team,
  stage: TrainingStage,
  rowsTotal: number,
  tokensTotal: number,
): Result<void> {
  const earlier = team.now[stage].run;
  if (earlier && (stage !== 'align' || !team.now.align.alignment.wanted)) return fail('train/repeat');
  const isFirst = stage === 'pretrain';
  const isOnTuned = !isFirst && stage !== 'fine-tune';
  const before = (isOnTuned && team.now['fine-tune'].run) || team.now.pretrain.run;
  const firstVersion = firstVersionOf(team, stage);
  const { prepared } = team.now.pretrain;
  const beginning = measured(prepared?.start?.bitsPerByte ?? prepared?.untrainedBitsPerByte ?? null);
  const ownBeginning = measured(prepared?.start?.ownBitsPerByte ?? beginning);
  const run: TrainingRun = {
    status: 'running',
    stoppedEarly: false,
    stoppedAtMs: null,
    rowsTotal,
    rowsUsed: 0,
    rowsLeft: rowsTotal > 0 ? [{ startRow: 0, rowCount: rowsTotal }] : [],
    tokensTotal,
    tokensUsed: 0,
    roundsOpened: firstVersion,
    roundsDone: 0,
    firstVersion,
    version: firstVersion,
    soundVersion: firstVersion,
    soundBitsPerByte: isFirst ? ownBeginning : (before?.soundBitsPerByte ?? null),
    unjudged: [],
    rollbacks: 0,
    checkpoints: [],
    abandoned: [],
    rateFactor: isFirst && team.now.scale.plan ? peakFactor(team.now.scale.plan) : 1,
    round: null,
    workers: {},
    curve: [
      {
        tokens: 0,
        trainLoss: null,
        bitsPerByte: isFirst ? beginning : (before?.curve.at(-1)?.bitsPerByte ?? null),
      },
    ],
    filmstrip: [],
    scoredTokens: 0,
  };
  if (isFirst && prepared)
    run.filmstrip.push({ tokens: 0, samples: prepared.start?.samples ?? prepared.untrainedSamples });
  team.now[stage].run = run;
  return ok(undefined);
}

/** A number that was measured, or null where nothing came of measuring. */
function measured(bitsPerByte: number | null): number | null {
  return Number.isFinite(bitsPerByte) ? bitsPerByte : null;
}

/** Takes over the newest measure on the team's own held-out text; one that gave no number is left out. */
export function recordHeldOut(team: Team, ownHeldOut: OwnHeldOut): Result<void> {
  if (Object.values(ownHeldOut).every(Number.isFinite)) team.now.pretrain.ownHeldOut = ownHeldOut;
  return ok(undefined);
}

/** Enters the referee's score at its place on the curve; the weights it was measured on are sound. */
export function recordScore(
  run: TrainingRun | null,
  score: {
    version: number;
    tokens: number;
    bitsPerByte: number;
    ownBitsPerByte: number;
    perKind?: Record<ScoredKind, number>;
    samples: ModelSample[];
  },
): Result<void> {
  if (!run) return fail('train/not_running');
  if (isAbandoned(run, score.version)) return fail('train/stale_round', { round: score.version });
  run.filmstrip.push({ tokens: score.tokens, samples: score.samples });
  run.scoredTokens = Math.max(run.scoredTokens, score.tokens);
  /* Weights that give no number are never sound, nor a place to go back to; the run goes on without a score for them. */
  if (measured(score.bitsPerByte) === null || measured(score.ownBitsPerByte) === null) return ok(undefined);
  const point = run.curve.find(({ tokens }) => tokens === score.tokens);
  if (point) point.bitsPerByte = score.bitsPerByte;
  if (point && score.perKind && Object.values(score.perKind).every(Number.isFinite))
    point.perKind = score.perKind;
  keepCheckpoint(run, score);
  run.soundVersion = score.version;
  run.soundBitsPerByte = score.ownBitsPerByte;
  run.unjudged = run.unjudged.filter(({ number }) => number > score.version);
  run.rollbacks = 0;
  return ok(undefined);
}

/** Whether nothing was judged yet in a run that goes on from a checkpoint. */
function isFirstVerdictOn(run: TrainingRun, { now }: Team): boolean {
  return now.pretrain.prepared?.start !== undefined && run.soundVersion === run.firstVersion;
}

/**
 * Whether weights with this surprise (own kinds of text, bits per byte) must be taken back. Fine-tuning may forget, so
 * there the line is half of all that pretraining had learned; and so it is for the first rounds of a run that goes on from a
 * checkpoint, since a learning rate that is high again costs some of it at first (0.1 bits per byte in matches that were tried).
 */
export function isSpoiled(team: Team, stage: TrainingStage, ownBitsPerByte: number): boolean {
  const run = team.now[stage].run;
  if (!run || run.soundBitsPerByte === null || run.unjudged.length === 0) return false;
  if (!Number.isFinite(ownBitsPerByte)) return true;
  if (run.rollbacks >= MAX_ROLLBACKS) return false;
  const isWarmingUp = stage === 'pretrain' && isFirstVerdictOn(run, team);
  if (stage === 'pretrain' && !isWarmingUp) return ownBitsPerByte > run.soundBitsPerByte + MAX_RISE;
  const learned = team.now.pretrain.run?.soundBitsPerByte ?? run.soundBitsPerByte;
  const untrained = team.now.pretrain.prepared?.untrainedBitsPerByte ?? Infinity;
  return ownBitsPerByte > (learned + untrained) / 2;
}

/** Goes back to the sound version: what was trained since counts for nothing, and its rows are read again. */
export function rollBack(run: TrainingRun | null, soundVersion: number, mayGoOn: boolean): Result<void> {
  if (!run || run.soundVersion !== soundVersion || run.unjudged.length === 0)
    return fail('train/not_running');
  dropRound(run);
  const suspects = new Set(run.unjudged.flatMap(({ shards }) => shards.map(({ playerId }) => playerId)));
  for (const round of run.unjudged.toReversed()) undoRound(run, round);
  for (const id of suspects) strike(run, id);
  run.unjudged = [];
  run.version = soundVersion;
  run.rollbacks += 1;
  if (mayGoOn && run.rowsLeft.length > 0 && !run.stoppedEarly) run.status = 'running';
  return ok(undefined);
}

/** Checks the numbers of an update against its shard: shape, finiteness, size of the change, rows claimed. */
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
  for (const change of delta) squares += change * change;
  if (!Number.isFinite(squares) || !Number.isFinite(update.trainLoss)) return fail('train/not_finite');
  const scale = Math.max(limits.weightsNorm, TRAINED_ROOT_MEAN_SQUARE * Math.sqrt(delta.length));
  if (Math.sqrt(squares) > MAX_RELATIVE_NORM * scale) return fail('train/absurd_norm');
  return ok(update);
}
