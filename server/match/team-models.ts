/** The models of a match as the server owns them: tokenizer and rows of every team, and versions of its weights. */

import type { ModelConfig } from '../../shared/lm/config.ts';
import type { Contribution } from '../../shared/lm/federated/outer-step.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import type { TrainingStage } from '../../shared/game/match.ts';
import { tokenizerFromJSON, type TokenizerFile } from '../../shared/tokenizer/bpe.ts';
import type { TextDocument } from '../../shared/world/document.ts';
import type { PreparedModel, Trained } from '../referee/tasks.ts';
import type { Blobs } from '../store/blobs.ts';

export interface TeamModel {
  config: ModelConfig;
  tokenizer: TokenizerFile;
  tokenizerHash: string;
  rows: Record<TrainingStage, Rows | null>;
  /** The team's own held-out text, as far as it is scored. */
  heldOut: readonly TextDocument[];
  /** What the team pretrained in the generation before; null in the first. */
  lastYear: Trained | null;
}

/** What the outer optimizer of a run keeps between rounds. */
interface OuterState {
  /** Velocity of the averaged steps, [parameterCount]; null where the next one begins anew. */
  velocity: Float32Array | null;
  /** The version that it led to. */
  version: number;
  /** Updates of the open round, by worker. */
  contributions: Map<string, Contribution>;
}

export interface TeamModels {
  get(teamId: string): TeamModel | null;
  /** Takes over what the referee prepared; its weights become this version of pretraining. */
  prepare(teamId: string, model: PreparedModel, lastYear: Trained | null, version: number): void;
  /** Takes over fine-tuning rows; `baseVersion` of the pretrained weights becomes this version. */
  prepareTuning(teamId: string, rows: Rows, baseVersion: number, version: number): void;
  /** Takes over pairs to align on; the model that they were drawn from becomes this version. */
  prepareAlign(
    teamId: string,
    rows: Rows,
    base: { stage: TrainingStage; version: number },
    version: number,
  ): void;
  weights(teamId: string, stage: TrainingStage, version: number): Float32Array | null;
  /** Stores a version; of the earlier ones only version 0 and those in `kept` stay, and all after the first of `kept`. */
  putWeights(
    teamId: string,
    stage: TrainingStage,
    version: number,
    weights: Float32Array,
    kept: readonly number[],
  ): void;
  outer(teamId: string, stage: TrainingStage): OuterState;
  dispose(): void;
}

export function createTeamModels(matchId: string, blobs: Blobs): TeamModels {
  const models = new Map<string, TeamModel>();
  const outers = new Map<string, OuterState>();
  const nameOf = (teamId: string, stage: TrainingStage): string => `${matchId}/${teamId}/${stage}`;
  const weights: TeamModels['weights'] = (teamId, stage, version) =>
    blobs.get(nameOf(teamId, stage), version);
  const putWeights: TeamModels['putWeights'] = (teamId, stage, version, values, kept) =>
    blobs.put(nameOf(teamId, stage), version, values, kept);
  /** A run begins with these weights and without a velocity; what is left of earlier runs of its stage goes. */
  const begin = (teamId: string, stage: TrainingStage, version: number, values: Float32Array): void => {
    outers.delete(nameOf(teamId, stage));
    putWeights(teamId, stage, version, values, [version]);
  };
  return {
    get: (teamId) => models.get(teamId) ?? null,
    prepare(teamId, { config, tokenizer, rows, heldOut, weights: initial }, lastYear, version) {
      models.set(teamId, {
        config,
        tokenizer,
        tokenizerHash: tokenizerFromJSON(tokenizer).hash,
        rows: { pretrain: rows, 'fine-tune': null, align: null },
        heldOut,
        lastYear,
      });
      begin(teamId, 'pretrain', version, initial);
    },
    prepareTuning(teamId, rows, baseVersion, version) {
      const model = models.get(teamId);
      const base = weights(teamId, 'pretrain', baseVersion);
      if (!model || !base) throw new Error(`no pretrained model of ${teamId} to fine-tune`);
      model.rows['fine-tune'] = rows;
      begin(teamId, 'fine-tune', version, base);
    },
    prepareAlign(teamId, rows, base, version) {
      const model = models.get(teamId);
      const before = weights(teamId, base.stage, base.version);
      if (!model || !before) throw new Error(`no model of ${teamId} to align`);
      model.rows.align = rows;
      begin(teamId, 'align', version, before);
    },
    weights,
    putWeights,
    outer(teamId, stage) {
      const name = nameOf(teamId, stage);
      const state = outers.get(name) ?? {
        velocity: null,
        version: 0,
        contributions: new Map<string, Contribution>(),
      };
      outers.set(name, state);
      return state;
    },
    dispose() {
      models.clear();
      outers.clear();
      blobs.drop(`${matchId}/`);
    },
  };
}
