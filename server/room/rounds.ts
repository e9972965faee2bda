/** Opens and closes training rounds: rows go out to the team's devices, what came back is averaged into new weights. */

import { sliceRows } from '../../shared/data/rows.ts';
import { agreeing, outerStep, type Contribution } from '../../shared/lm/outer-step.ts';
import { SERVER_WORKER, type OpenRound, type TrainingStage } from '../../shared/rules/match.ts';
import { planRound } from '../../shared/rules/rounds.ts';
import { isClosing, type Referee } from '../referee/referee.ts';
import type { MatchKey } from '../referee/tasks.ts';
import { SYSTEM, type MatchService } from './match-service.ts';
import type { TeamModels } from './team-models.ts';

export interface Rounds {
  /** Opens the team's next round, if there is anything to train and anybody to train it. */
  open(teamId: string, stage: TrainingStage, nowMs: number): void;
  /** Ends the open round with what came in; false when there was none to end. */
  close(teamId: string, stage: TrainingStage): boolean;
}

/** After the server's own training failed, so that the log stays readable and the match may still recover. */
const RETRY_MS = 5_000;

export function createRounds(options: {
  service: MatchService;
  models: TeamModels;
  referee: Referee;
  key: MatchKey;
  now: () => number;
}): Rounds {
  const { service, models, referee, key, now } = options;
  const { match } = service;

  const system = (move: Parameters<MatchService['submit']>[0]): boolean => {
    const result = service.submit(move, SYSTEM);
    if (!result.ok) console.warn(`match ${match.code}: ${move.type} was refused: ${result.error.code}`);
    return result.ok;
  };

  /** The server trains its shard in the referee's thread, and brings it no sooner than the slowest team's device would. */
  async function lend(teamId: string, stage: TrainingStage, round: OpenRound): Promise<void> {
    const run = match.teams[teamId]?.runs[stage];
    const model = models.get(teamId);
    const shard = round.shards.find(({ playerId }) => playerId === SERVER_WORKER);
    const weights = run && models.weights(teamId, stage, run.version);
    const rows = model?.rows[stage];
    if (!run || !model || !shard || !weights || !rows) return;
    const update = await referee.run('lend', {
      ...key,
      teamId,
      stage,
      config: model.config,
      weights,
      shard: sliceRows(rows, shard.startRow, shard.rowCount),
      tokensUsed: run.tokensUsed,
      tokensTotal: run.tokensTotal,
      rateFactor: run.rateFactor,
      align: stage === 'align' ? match.teams[teamId].alignment.trained : null,
    });
    if (!update) throw new Error('the loss is no longer finite');
    const restMs = round.openedAtMs + round.plannedSeconds * 1000 - now();
    if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs).unref());
    const open = match.teams[teamId]?.runs[stage]?.round;
    if (open?.number !== round.number) return;
    const { delta, rowsUsed, tokens, trainLoss } = update;
    const worker = { playerId: SERVER_WORKER, round: round.number };
    if (system({ type: 'round/submit', teamId, stage, ...worker, rowsUsed, tokens, trainLoss }))
      models.outer(teamId, stage).contributions.set(SERVER_WORKER, { delta, tokens });
  }

  return {
    open(teamId, stage, nowMs) {
      const team = match.teams[teamId];
      const plan = team && planRound(match, team, stage, nowMs);
      if (!plan) return;
      models.outer(teamId, stage).contributions.clear();
      if (!system({ type: 'round/open', teamId, stage, ...plan })) return;
      const round = team.runs[stage]?.round;
      if (!round?.shards.some(({ playerId }) => playerId === SERVER_WORKER)) return;
      lend(teamId, stage, structuredClone(round)).catch((error: unknown) => {
        if (isClosing(error)) return;
        console.error(`match ${match.code}: lending a hand to ${teamId} failed:`, error);
        const giveUp = (): void => {
          if (match.teams[teamId]?.runs[stage]?.round?.number !== round.number) return;
          system({ type: 'round/close', teamId, stage, round: round.number, takenIds: [] });
        };
        setTimeout(giveUp, RETRY_MS).unref();
      });
    },

    close(teamId, stage) {
      const run = match.teams[teamId]?.runs[stage];
      const weights = run && models.weights(teamId, stage, run.version);
      if (!run?.round || !weights) return false;
      const outer = models.outer(teamId, stage);
      const submitted = run.round.shards.flatMap(({ playerId, update }): [string, Contribution][] => {
        const contribution = update && outer.contributions.get(playerId);
        return contribution ? [[playerId, contribution]] : [];
      });
      const contributions = submitted.map(([, contribution]) => contribution);
      const kept = agreeing(contributions);
      const takenIds = kept.map((index) => submitted[index][0]);
      const { number } = run.round;
      if (kept.length > 0) {
        const agreed = kept.map((index) => contributions[index]);
        /* After going back to a checkpoint the velocity leads away from elsewhere. */
        const velocity = outer.version === run.version ? outer.velocity : null;
        const next = outerStep(weights, agreed, velocity);
        outer.velocity = next.velocity;
        outer.version = number;
        const checkpoints = run.checkpoints.map(({ version }) => version);
        models.putWeights(teamId, stage, number, next.weights, [run.soundVersion, ...checkpoints]);
      }
      outer.contributions.clear();
      return system({ type: 'round/close', teamId, stage, round: number, takenIds });
    },
  };
}
