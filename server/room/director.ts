/** Keeps a match going: hands out rounds, feeds the referee, and moves the stage on when its clock has run out. */

import { pickRows } from '../../shared/data/rows.ts';
import { FINE_TUNING_ROWS } from '../../shared/lm/fine-tune.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { countTargets } from '../../shared/data/rows.ts';
import type { Team, TrainingStage } from '../../shared/game/match.ts';
import { keepsAligned, preferences } from '../../shared/game/stages/align/preferences.ts';
import { DEFAULT_FINE_TUNE_PLAN } from '../../shared/game/stages/fine-tune/plan.ts';
import { isAuctionDue } from '../../shared/game/stages/data/auction.ts';
import { pairUp } from '../../shared/game/stages/arena/votes.ts';
import { makeId } from '../matchmaking/codes.ts';
import { settledLabels } from '../../shared/game/stages/data/labels.ts';
import { bitsPerByteOnMix, normalizedShares } from '../../shared/game/stages/data/plan.ts';
import { isAbandoned } from '../../shared/game/training/checkpoints.ts';
import { isSpoiled } from '../../shared/game/training/run.ts';
import { lookUp } from '../../shared/game/look-up.ts';
import { guard } from '../guard.ts';
import { logError, logWarning } from '../log.ts';
import type { RunTask } from '../referee/referee.ts';
import type { ArenaTask, MatchKey, Score } from '../referee/tasks.ts';
import { SYSTEM, type MatchService } from './match-service.ts';
import { nextJobs, nextRoundSteps, type Job } from './next-jobs.ts';
import type { Probes } from './probes.ts';
import { createRounds } from './rounds.ts';
import type { TeamModel, TeamModels } from './team-models.ts';

/** Often enough that nobody sees a clock stand at zero. */
const TICK_MS = 200;
/** After a job failed (a bug, or no memory), so that the log stays readable and the match may still recover. */
const RETRY_MS = 5_000;

/**
 * About so many pairs of each team's model, and so many in a match at least: a third ask for the truth and not all others are
 * clear, so that about 150 votes for kindness find a pair of their own each.
 */
const PAIRS_PER_TEAM = 80;
const PAIRS_PER_MATCH = 300;

/** Pairs to sample from each of so many teams' models. */
function pairCount(teams: number): number {
  return Math.max(PAIRS_PER_TEAM, Math.ceil(PAIRS_PER_MATCH / Math.max(1, teams)));
}

/** Starts it; it ends with the match's signal. */
export function startDirector(options: {
  service: MatchService;
  models: TeamModels;
  probes: Probes;
  run: RunTask;
  key: MatchKey;
  now: () => number;
}): void {
  const { service, models, probes, run: ask, key, now } = options;
  const { match, signal } = service;
  const busy = new Set<string>();
  let isAwake = false;

  const system = (move: Parameters<MatchService['submit']>[0]): void => {
    const result = service.submit(move, SYSTEM);
    if (!result.ok) logWarning(`match ${match.code}: ${move.type} was refused: ${result.error.code}`);
  };

  const rounds = createRounds({ service, models, run: ask, key, now });

  /** Lets one thing finish before the next begins, however many moves came at once. */
  function wake(): void {
    if (isAwake || signal.aborted) return;
    isAwake = true;
    setImmediate(() => {
      isAwake = false;
      tick();
    });
  }

  /** A bug in one match must not end the others: it is logged, and the next tick tries again. */
  function tick(): void {
    if (!signal.aborted) guard(`The clock of match ${match.code}`, () => advance(now()));
  }

  function advance(nowMs: number): void {
    if (match.pausedAtMs === null && match.stageEndsAtMs !== null && nowMs >= match.stageEndsAtMs) {
      system({ type: 'clock/expire' });
    }
    if (match.pausedAtMs === null && isAuctionDue(match, nowMs)) system({ type: 'auction/close' });
    probes.sweep(nowMs);
    advanceRounds(nowMs);
    for (const job of nextJobs(match, busy)) start(job);
  }

  /** Averages one team's weights at a time: eight teams' rounds may end at once, and requests come in between. */
  function advanceRounds(nowMs: number): void {
    let hasClosed = false;
    for (const { kind, teamId, stage } of nextRoundSteps(match, nowMs)) {
      if (kind === 'open') rounds.open(teamId, stage, nowMs);
      else if (hasClosed) return wake();
      else hasClosed = rounds.close(teamId, stage);
    }
  }

  function start(job: Job): void {
    busy.add(job.teamId);
    run(job).then(
      () => {
        busy.delete(job.teamId);
        wake();
      },
      (error: unknown) => {
        if (signal.aborted) return;
        logError(`match ${match.code}: ${job.kind} of ${job.teamId} failed`, error);
        setTimeout(() => busy.delete(job.teamId), RETRY_MS).unref();
      },
    );
  }

  function run(job: Job): Promise<void> {
    switch (job.kind) {
      case 'text':
        return readText(job.teamId);
      case 'layProbe':
        return probes.lay(job.teamId, job.probeId);
      case 'measureProbe':
        return probes.measure(job.teamId, job.probeId);
      case 'prepare':
        return prepare(job.teamId);
      case 'prepareTuning':
        return prepareTuning(job.teamId);
      case 'score':
        if (job.stage === 'align') return scoreAlign(job.teamId);
        return job.stage === 'pretrain' ? score(job.teamId) : scoreTuning(job.teamId);
      case 'samplePairs':
        return samplePairs(job.teamId);
      case 'prepareAlign':
        return prepareAlign(job.teamId);
      case 'arena':
        return holdArena();
      case 'final':
        return examine(job.teamId);
    }
  }

  function teamOf(teamId: string): Team {
    const team = lookUp(match.teams, teamId);
    if (!team) throw new Error(`no team ${teamId}`);
    return team;
  }

  function modelOf(teamId: string): TeamModel {
    const model = models.get(teamId);
    if (!model) throw new Error(`no model of ${teamId}`);
    return model;
  }

  function weightsOf(teamId: string, stage: TrainingStage, version: number): Float32Array {
    const weights = models.weights(teamId, stage, version);
    if (!weights) throw new Error(`no weights of ${teamId} at ${stage} ${version}`);
    return weights;
  }

  /** Cleans the team's text and learns its tokenizer, so that probes can begin and the big run finds it ready. */
  async function readText(teamId: string): Promise<void> {
    const { plans, labels } = teamOf(teamId);
    if (!plans.data) throw new Error(`${teamId} has bought nothing`);
    const text = await ask('text', { ...key, data: plans.data, labels: settledLabels(labels) });
    if (!signal.aborted) system({ type: 'referee/text', teamId, text });
  }

  async function prepare(teamId: string): Promise<void> {
    const { plans, labels } = teamOf(teamId);
    const { data, scale } = plans;
    if (!data || !scale || match.budgetFlops === null) throw new Error(`${teamId} has not decided`);
    const task = {
      ...key,
      data,
      scale,
      budgetFlops: match.budgetFlops,
      labels: settledLabels(labels),
    };
    const model = await ask('prepare', task);
    if (signal.aborted) return;
    models.prepare(teamId, model);
    system({ type: 'referee/prepared', teamId, prepared: model.prepared });
    const { rows, prepared } = model;
    system({
      type: 'round/run',
      teamId,
      stage: 'pretrain',
      rowsTotal: rows.count,
      tokensTotal: prepared.trainTokens,
    });
  }

  /** Old text for fine-tuning, drawn from the team's own pretraining rows. */
  function replayRows(teamId: string, share: number): Rows {
    const { rows } = modelOf(teamId);
    if (!rows.pretrain) throw new Error(`no pretraining rows of ${teamId}`);
    const { count } = rows.pretrain;
    const random = createRandom(hashSeed(key.seeds.shards, `replay of ${teamId}`));
    const wanted = Math.round(share * FINE_TUNING_ROWS);
    return pickRows(
      rows.pretrain,
      Array.from({ length: wanted }, () => random.int(count)),
    );
  }

  async function prepareTuning(teamId: string): Promise<void> {
    const team = teamOf(teamId);
    const plan = team.plans['fine-tune'];
    if (!plan || !team.runs.pretrain) throw new Error(`${teamId} can't be fine-tuned yet`);
    const { config, tokenizer } = modelOf(teamId);
    const replay = replayRows(teamId, plan.replayShare);
    const rows = await ask('prepareTuning', { ...key, config, tokenizer, plan, replay });
    if (signal.aborted) return;
    models.prepareTuning(teamId, rows, team.runs.pretrain.version);
    system({
      type: 'round/run',
      teamId,
      stage: 'fine-tune',
      rowsTotal: rows.count,
      tokensTotal: countTargets(rows),
    });
  }

  /** The referee's verdict on a version of the weights: it goes on the curve, or everything since the last one is undone. */
  function judge(teamId: string, stage: TrainingStage, version: number, tokens: number, found: Score): void {
    const team = teamOf(teamId);
    const run = team.runs[stage];
    if (run && isAbandoned(run, version)) return;
    const shares = team.plans.data ? normalizedShares(team.plans.data) : [];
    const ownBitsPerByte = bitsPerByteOnMix(shares, found);
    if (run && isSpoiled(team, stage, ownBitsPerByte)) {
      models.outer(teamId, stage).velocity = null;
      models.outer(teamId, stage).contributions.clear();
      system({ type: 'round/rolled-back', teamId, stage, soundVersion: run.soundVersion });
      return;
    }
    const { bitsPerByte, perKind, samples } = found;
    const scored = { version, tokens, bitsPerByte, ownBitsPerByte, perKind, samples };
    system({ type: 'referee/scored', teamId, stage, ...scored });
  }

  async function score(teamId: string): Promise<void> {
    const run = teamOf(teamId).runs.pretrain;
    if (!run) throw new Error(`${teamId} trains nothing`);
    const { version, tokensUsed } = run;
    const weights = weightsOf(teamId, 'pretrain', version);
    const { config, tokenizer, heldOut } = modelOf(teamId);
    const found = await ask('score', { ...key, config, tokenizer, weights, heldOut });
    if (signal.aborted) return;
    judge(teamId, 'pretrain', version, tokensUsed, found);
    const { ownHeldOut: own, bitsPerByte: common } = found;
    if (own !== null && run.soundVersion === version) {
      system({ type: 'referee/held-out', teamId, ownHeldOut: { tokens: tokensUsed, own, common } });
    }
  }

  async function scoreTuning(teamId: string): Promise<void> {
    const run = teamOf(teamId).runs['fine-tune'];
    if (!run) throw new Error(`${teamId} tunes nothing`);
    const { version, tokensUsed } = run;
    const weights = weightsOf(teamId, 'fine-tune', version);
    const baseWeights = weightsOf(teamId, 'fine-tune', 0);
    const { config, tokenizer } = modelOf(teamId);
    const found = await ask('scoreTuning', { ...key, config, tokenizer, weights, baseWeights });
    if (signal.aborted) return;
    const { bitsPerByte, perKind, samples, ...tuning } = found;
    system({ type: 'referee/tuned', teamId, ...tuning });
    judge(teamId, 'fine-tune', version, tokensUsed, { bitsPerByte, perKind, samples });
  }

  /** The model that is aligned: the tuned one, or the pretrained one of a team that never tuned. */
  function alignBase(teamId: string): { stage: TrainingStage; version: number } {
    const { runs } = teamOf(teamId);
    const tuned = runs['fine-tune'];
    if (tuned && tuned.roundsDone > 0) return { stage: 'fine-tune', version: tuned.version };
    return { stage: 'pretrain', version: runs.pretrain?.version ?? 0 };
  }

  async function samplePairs(teamId: string): Promise<void> {
    const { config, tokenizer } = modelOf(teamId);
    const base = alignBase(teamId);
    const weights = weightsOf(teamId, base.stage, base.version);
    const count = pairCount(Object.keys(match.teams).length);
    const task = { ...key, config, tokenizer, weights, teamId, count };
    const { pairs, before } = await ask('samplePairs', task);
    if (signal.aborted) return;
    const cards = pairs.map((draft) => ({ ...draft, id: makeId() }));
    system({ type: 'referee/paired', teamId, pairs: cards, before });
  }

  async function prepareAlign(teamId: string): Promise<void> {
    const { alignment, runs, plans } = teamOf(teamId);
    if (!alignment.wanted) throw new Error(`${teamId} has not decided to align`);
    const { config, tokenizer } = modelOf(teamId);
    const decided = preferences(match, teamId, alignment.wanted.pool);
    const plan = plans['fine-tune'] ?? DEFAULT_FINE_TUNE_PLAN;
    const task = { ...key, config, tokenizer, plan, preferences: decided };
    const rows = await ask('prepareAlign', task);
    if (signal.aborted || !teamOf(teamId).alignment.wanted) return;
    models.prepareAlign(teamId, rows, alignBase(teamId), runs.align ? runs.align.roundsOpened + 1 : 0);
    system({
      type: 'round/run',
      teamId,
      stage: 'align',
      rowsTotal: rows.count,
      tokensTotal: countTargets(rows),
      pairsUsed: decided.length,
    });
  }

  async function scoreAlign(teamId: string): Promise<void> {
    const run = teamOf(teamId).runs.align;
    if (!run) throw new Error(`${teamId} aligns nothing`);
    const { version, tokensUsed: tokens } = run;
    const weights = weightsOf(teamId, 'align', run.version);
    const base = alignBase(teamId);
    const baseWeights = weightsOf(teamId, base.stage, base.version);
    const { config, tokenizer } = modelOf(teamId);
    const found = await ask('scoreAlign', { ...key, config, tokenizer, weights, baseWeights });
    /* The team may have begun another training meanwhile, to which these scores do not belong. */
    if (signal.aborted || teamOf(teamId).runs.align !== run) return;
    const { bitsPerByte, samples, outcome } = found;
    const scored = { version, tokens, bitsPerByte, ownBitsPerByte: bitsPerByte, samples };
    system({ type: 'referee/scored', teamId, stage: 'align', ...scored });
    system({ type: 'referee/aligned', teamId, outcome });
  }

  /** The models that the labs with players ended with. */
  function finalModels(): ArenaTask['models'] {
    const playing = new Set(Object.values(match.players).map(({ teamId }) => teamId));
    return [...playing].toSorted().flatMap((teamId) => {
      const model = models.get(teamId);
      const team = teamOf(teamId);
      if (!model || !team.runs.pretrain) return [];
      const { config, tokenizer } = model;
      const base = alignBase(teamId);
      const { align } = team.runs;
      const kept = align && keepsAligned(team) ? align.version : null;
      const weights =
        kept === null ? weightsOf(teamId, base.stage, base.version) : weightsOf(teamId, 'align', kept);
      const manner = kept !== null || base.stage === 'fine-tune' ? ('chat' as const) : ('plain' as const);
      return [{ teamId, config, tokenizer, weights, manner }];
    });
  }

  async function holdArena(): Promise<void> {
    const { questions, contestants } = await ask('arena', { ...key, models: finalModels() });
    if (signal.aborted || match.stage !== 'arena' || match.arena.revealed) return;
    const random = createRandom(hashSeed(key.seeds.sampling, 'curtains'));
    system({ type: 'referee/arena', pairs: pairUp(questions, contestants, random, makeId) });
  }

  async function examine(teamId: string): Promise<void> {
    const team = teamOf(teamId);
    const { runs, prepared } = team;
    const { config, tokenizer } = modelOf(teamId);
    const weights = weightsOf(teamId, 'pretrain', runs.pretrain?.version ?? 0);
    const tuned = runs['fine-tune'];
    const tunedWeights = tuned && tuned.roundsDone > 0 ? weightsOf(teamId, 'fine-tune', tuned.version) : null;
    const alignedWeights =
      runs.align && keepsAligned(team) ? weightsOf(teamId, 'align', runs.align.version) : null;
    const task = { ...key, config, tokenizer, weights, tunedWeights, alignedWeights };
    const found = await ask('final', task);
    if (signal.aborted) return;
    const samples = { ...found.samples, untrained: prepared?.untrainedSamples ?? [] };
    system({ type: 'referee/final', teamId, results: { ...found, samples } });
  }

  const timer = setInterval(tick, TICK_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  service.onChange(wake);
}
