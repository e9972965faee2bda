/** What devices ask for to train, and what they bring: checkpoints and shards out, updates in, each of them checked. */

import { countTargets, encodeRows, sliceRows } from '../../shared/data/rows.ts';
import { encodeCheckpoint } from '../../shared/lm/checkpoint.ts';
import type { TrainingRun, TrainingStage } from '../../shared/game/match.ts';
import { lookUp } from '../../shared/game/look-up.ts';
import { fail, ok, type Result } from '../../shared/game/result.ts';
import { BATCH_ROWS, checkShard } from '../../shared/game/training/rounds.ts';
import { SYSTEM, type MatchService } from './authority.ts';
import type { TeamModel, TeamModels } from './team-models.ts';
import type { UpdateWork } from './update-work.ts';

export interface TrainingRequests {
  /** The rows of the player's shard of the open round, encoded by `encodeRows`. */
  shard(playerId: string, stage: TrainingStage, round: number): Result<Uint8Array>;
  /** The team's weights at a version, as a checkpoint. */
  checkpoint(playerId: string, stage: TrainingStage, version: number): Result<Uint8Array>;
  /** Whether the player has a shard of the open round to bring back; asked before its megabytes are read. */
  awaits(playerId: string, stage: TrainingStage, round: number): Result<void>;
  /** Checks an update and keeps it for the end of the round. */
  update(playerId: string, stage: TrainingStage, round: number, body: Uint8Array): Promise<Result<void>>;
}

interface Place {
  teamId: string;
  model: TeamModel;
  run: TrainingRun;
}

/** A checkpoint as all devices of a team take it; remembered, since each of them asks for it. */
interface Encoded {
  weights: Float32Array;
  step: number;
  tokens: number;
  bytes: Uint8Array;
}

/** Norms of weights, which all updates of a round are held against. */
const norms = new WeakMap<Float32Array, number>();

/** Euclidean length; the values are never changed. */
export function norm(values: Float32Array): number {
  const known = norms.get(values);
  if (known !== undefined) return known;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] ?? 0) ** 2;
  const length = Math.sqrt(squares);
  norms.set(values, length);
  return length;
}

export function createTrainingRequests(
  service: MatchService,
  models: TeamModels,
  work: UpdateWork,
): TrainingRequests {
  const encoded = new Map<string, Encoded>();

  /** Updates are judged by the newest moves; what is only read goes by those that are written down. */
  function placeOf(playerId: string, stage: TrainingStage, match = service.shown): Result<Place> {
    const teamId = lookUp(match.players, playerId)?.teamId;
    const run = teamId === undefined ? undefined : lookUp(match.teams, teamId)?.now[stage].run;
    const model = teamId === undefined ? null : models.get(teamId);
    return teamId !== undefined && run && model ? ok({ teamId, model, run }) : fail('train/not_running');
  }

  return {
    shard(playerId, stage, round) {
      const place = placeOf(playerId, stage);
      if (!place.ok) return place;
      const { run, model } = place.value;
      const open = checkShard(run, playerId, round);
      if (!open.ok) return open;
      const rows = model.rows[stage];
      if (!rows) return fail('train/not_running');
      return ok(encodeRows(sliceRows(rows, open.value.startRow, open.value.rowCount)));
    },

    checkpoint(playerId, stage, version) {
      const place = placeOf(playerId, stage);
      if (!place.ok) return place;
      const { teamId, run, model } = place.value;
      const weights = models.weights(teamId, stage, version);
      if (!weights) return fail('protocol/not_found');
      const step = Math.floor(run.rowsUsed / BATCH_ROWS);
      const tokens = run.tokensUsed;
      const known = encoded.get(teamId);
      if (known?.weights === weights && known.step === step && known.tokens === tokens)
        return ok(known.bytes);
      const { config, tokenizerHash } = model;
      const bytes = encodeCheckpoint({ config, tokenizerHash, step, tokens, weights });
      encoded.set(teamId, { weights, step, tokens, bytes });
      return ok(bytes);
    },

    awaits(playerId, stage, round) {
      const place = placeOf(playerId, stage);
      if (!place.ok) return place;
      const open = checkShard(place.value.run, playerId, round);
      return open.ok ? ok(undefined) : open;
    },

    async update(playerId, stage, round, body) {
      const asked = placeOf(playerId, stage, service.match);
      if (!asked.ok) return asked;
      const wanted = checkShard(asked.value.run, playerId, round);
      if (!wanted.ok) return wanted;
      const weights = models.weights(asked.value.teamId, stage, asked.value.run.version);
      if (!weights) return fail('train/not_running');
      const checked = await work.read({
        body,
        parameterCount: weights.length,
        allottedRows: wanted.value.rowCount,
        weightsNorm: norm(weights),
      });
      if (!checked.ok) return checked;
      /* Meanwhile the round may have ended, or the player have left. */
      const place = placeOf(playerId, stage, service.match);
      if (!place.ok) return place;
      const { teamId, run, model } = place.value;
      const open = checkShard(run, playerId, round);
      if (!open.ok) return open;
      const rows = model.rows[stage];
      if (!rows) return fail('train/not_running');
      const { delta, rowsUsed, tokens: claimed, trainLoss } = checked.value;
      const tokens = countTargets(sliceRows(rows, open.value.startRow, rowsUsed));
      if (claimed > tokens) return fail('train/too_many_tokens', { claimed, allotted: tokens });
      const submitted = service.submit(
        { type: 'round/submit', teamId, stage, playerId, round, rowsUsed, tokens, trainLoss },
        SYSTEM,
      );
      if (!submitted.ok) return submitted;
      models.outer(teamId, stage).contributions.set(playerId, { delta, tokens, round });
      return ok(undefined);
    },
  };
}
