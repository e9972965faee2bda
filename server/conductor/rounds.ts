/** Opens and closes training rounds: rows go out to the team's devices, what came back is averaged into new weights. */

import { sliceRows } from '../../shared/data/rows.ts';
import type { Contribution } from '../../shared/lm/federated/outer-step.ts';
import { SERVER_WORKER, type Team, type TrainingStage } from '../../shared/game/match.ts';
import type { OpenRound } from '../../shared/game/training/round.ts';
import { alignSettings } from '../../shared/game/stages/align/preferences.ts';
import { planRound } from '../../shared/game/training/rounds.ts';
import { lookUp } from '../../shared/game/look-up.ts';
import { logError, logWarning } from '../log.ts';
import type { RunTask } from '../referee/port.ts';
import type { MatchKey } from '../referee/tasks.ts';
import { SYSTEM, type MatchService } from '../match/authority.ts';
import { sleep } from '../match/sleep.ts';
import type { TeamModels } from '../match/team-models.ts';
import type { UpdateWork } from '../match/update-work.ts';

export interface Rounds {
  /** Opens the team's next round, if there is anything to train and anybody to train it. */
  open(teamId: string, stage: TrainingStage, nowMs: number): void;
  /** Ends the open round with what came in, as soon as that is averaged; then the team has news. */
  close(teamId: string, stage: TrainingStage): void;
  /** Whether what came in is being averaged. */
  isClosing(teamId: string): boolean;
}

/** After the server's own training failed, so that the log stays readable and the match may still recover. */
const RETRY_MS = 5_000;

export function createRounds(options: {
  service: MatchService;
  models: TeamModels;
  run: RunTask;
  updates: UpdateWork;
  key(): MatchKey;
  now: () => number;
}): Rounds {
  const { service, models, run: ask, updates, key, now } = options;
  const { match, signal } = service;
  const teamOf = (teamId: string): Team | undefined => lookUp(match.teams, teamId);
  const closing = new Set<string>();

  const system = (move: Parameters<MatchService['submit']>[0]): boolean => {
    const result = service.submit(move, SYSTEM);
    if (!result.ok) logWarning(`match ${match.code}: ${move.type} was refused: ${result.error.code}`);
    return result.ok;
  };

  /** The server trains its shard in the referee's thread, and brings it no sooner than the slowest team's device would. */
  async function standIn(teamId: string, stage: TrainingStage, round: OpenRound): Promise<void> {
    const team = teamOf(teamId);
    const run = team?.now[stage].run;
    const model = models.get(teamId);
    const shard = round.shards.find(({ playerId }) => playerId === SERVER_WORKER);
    const weights = run && models.weights(teamId, stage, run.version);
    const rows = model?.rows[stage];
    if (!team || !run || !model || !shard || !weights || !rows) return;
    const update = await ask('trainShard', {
      ...key(),
      teamId,
      stage,
      config: model.config,
      weights,
      shard: sliceRows(rows, shard.startRow, shard.rowCount),
      tokensUsed: run.tokensUsed,
      tokensTotal: run.tokensTotal,
      rateFactor: run.rateFactor,
      align: stage === 'align' ? alignSettings(team.now.align.alignment) : null,
    });
    if (!update) throw new Error('the loss is no longer finite');
    const restMs = round.openedAtMs + round.plannedSeconds * 1000 - now();
    if (restMs > 0) await sleep(restMs, signal);
    const open = teamOf(teamId)?.now[stage].run?.round;
    if (open?.number !== round.number) return;
    const { delta, rowsUsed, tokens, trainLoss } = update;
    const worker = { playerId: SERVER_WORKER, round: round.number };
    if (system({ type: 'round/submit', teamId, stage, ...worker, rowsUsed, tokens, trainLoss }))
      models.outer(teamId, stage).contributions.set(SERVER_WORKER, { delta, tokens, round: round.number });
  }

  /** Trains in the team's place; a round in which that failed is closed after a while, and its rows are trained on later. */
  async function standInOrGiveUp(teamId: string, stage: TrainingStage, round: OpenRound): Promise<void> {
    try {
      await standIn(teamId, stage, round);
    } catch (error) {
      if (signal.aborted) return;
      logError(`match ${match.code}: training in the place of ${teamId} failed`, error);
      await sleep(RETRY_MS, signal);
      if (teamOf(teamId)?.now[stage].run?.round?.number !== round.number) return;
      system({ type: 'round/close', teamId, stage, round: round.number, takenIds: [] });
    }
  }

  /** Until then the match may have to go back to before. */
  function onceWritten(act: () => void): void {
    service.written().then(act, () => undefined);
  }

  /** Forgets updates up to this round, and weights that nobody can come back to. */
  function tidyUp(teamId: string, stage: TrainingStage, round: number): void {
    const { contributions } = models.outer(teamId, stage);
    for (const [playerId, contribution] of Array.from(contributions))
      if (contribution.round <= round) contributions.delete(playerId);
    const run = lookUp(service.shown.teams, teamId)?.now[stage].run;
    if (!run) return;
    const checkpoints = run.checkpoints.map(({ version }) => version);
    models.keepOnly(teamId, stage, run.version, [run.soundVersion, run.firstVersion, ...checkpoints]);
  }

  /** What has come in for the open round; null where there is nothing to end. */
  function gather(teamId: string, stage: TrainingStage) {
    const run = teamOf(teamId)?.now[stage].run;
    const weights = run && models.weights(teamId, stage, run.version);
    if (!run?.round || !weights) return null;
    const { number } = run.round;
    const outer = models.outer(teamId, stage);
    const submitted = run.round.shards.flatMap(({ playerId, update }): [string, Contribution][] => {
      const contribution = update && outer.contributions.get(playerId);
      return contribution?.round === number ? [[playerId, contribution]] : [];
    });
    /* After going back to a checkpoint the velocity leads away from elsewhere. */
    const velocity = outer.version === run.version ? outer.velocity : null;
    const ids = submitted.map(([playerId]) => playerId);
    return { number, weights, velocity, ids, contributions: submitted.map(([, found]) => found) };
  }

  async function closeRound(teamId: string, stage: TrainingStage): Promise<void> {
    const found = gather(teamId, stage);
    if (!found) return;
    const { number, ids } = found;
    const { weights, contributions, velocity } = found;
    const { kept, next } = await updates.average({ weights, contributions, velocity });
    const still = gather(teamId, stage);
    /* Something more came in, or was taken back: the next tick begins with that. */
    const isSame = still?.number === number && still.weights === weights && still.ids.length === ids.length;
    if (signal.aborted || !isSame) return;
    if (next) {
      models.putVelocity(teamId, stage, number, next.velocity);
      models.putWeights(teamId, stage, number, next.weights);
    }
    const takenIds = ids.filter((_, index) => kept.includes(index));
    if (system({ type: 'round/close', teamId, stage, round: number, takenIds }))
      onceWritten(() => tidyUp(teamId, stage, number));
  }

  return {
    open(teamId, stage, nowMs) {
      const team = teamOf(teamId);
      const plan = team && planRound(match, team, stage, nowMs);
      if (!plan) return;
      if (!system({ type: 'round/open', teamId, stage, ...plan })) return;
      const round = team.now[stage].run?.round;
      if (!round?.shards.some(({ playerId }) => playerId === SERVER_WORKER)) return;
      standInOrGiveUp(teamId, stage, structuredClone(round)).catch((error: unknown) => {
        if (!signal.aborted) logError(`match ${match.code}: closing a round of ${teamId} failed`, error);
      });
    },

    close(teamId, stage) {
      if (closing.has(teamId)) return;
      closing.add(teamId);
      closeRound(teamId, stage)
        .catch(async (error: unknown) => {
          if (signal.aborted) return;
          logError(`match ${match.code}: averaging a round of ${teamId} failed`, error);
          await sleep(RETRY_MS, signal);
        })
        .finally(() => closing.delete(teamId))
        .catch(() => undefined);
    },

    isClosing: (teamId) => closing.has(teamId),
  };
}
