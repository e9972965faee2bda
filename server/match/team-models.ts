/** The models of a match as the server owns them: tokenizer and rows of every team, and versions of its weights. */

import type { ModelConfig } from '../../shared/lm/config.ts';
import type { Contribution } from '../../shared/lm/federated/outer-step.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import type { TrainingStage } from '../../shared/game/match.ts';
import { tokenizerFromJSON, type TokenizerFile } from '../../shared/tokenizer/bpe.ts';
import type { TextDocument } from '../../shared/world/document.ts';
import type { PreparedModel } from '../referee/tasks.ts';
import type { Blobs } from '../store/blobs.ts';

export interface TeamModel {
  config: ModelConfig;
  tokenizer: TokenizerFile;
  tokenizerHash: string;
  rows: Record<TrainingStage, Rows | null>;
  /** The team's own held-out text, as far as it is scored. */
  heldOut: readonly TextDocument[];
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
  /** Takes over what the referee prepared; its weights become version 0 of pretraining. */
  prepare(teamId: string, model: PreparedModel): void;
  /** Takes over fine-tuning rows; `baseVersion` of the pretrained weights becomes version 0. */
  prepareTuning(teamId: string, rows: Rows, baseVersion: number): void;
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
  return {
    get: (teamId) => models.get(teamId) ?? null,
    prepare(teamId, { config, tokenizer, rows, heldOut, weights: initial }) {
      models.set(teamId, {
        config,
        tokenizer,
        tokenizerHash: tokenizerFromJSON(tokenizer).hash,
        rows: { pretrain: rows, 'fine-tune': null, align: null },
        heldOut,
      });
      putWeights(teamId, 'pretrain', 0, initial, []);
    },
    prepareTuning(teamId, rows, baseVersion) {
      const model = models.get(teamId);
      const base = weights(teamId, 'pretrain', baseVersion);
      if (!model || !base) throw new Error(`no pretrained model of ${teamId} to fine-tune`);
      model.rows['fine-tune'] = rows;
      putWeights(teamId, 'fine-tune', 0, base, []);
    },
    prepareAlign(teamId, rows, base, version) {
      const model = models.get(teamId);
      const begin = weights(teamId, base.stage, base.version);
      if (!model || !begin) throw new Error(`no model of ${teamId} to align`);
      model.rows.align = rows;
      outers.delete(nameOf(teamId, 'align'));
      putWeights(teamId, 'align', version, begin, [version]);
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
