/** The models of a match as the server owns them: tokenizer and rows of every team, and versions of its weights. */

import type { ModelConfig } from '../../shared/lm/config.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import type { TrainingStage } from '../../shared/rules/match.ts';
import { tokenizerFromJSON, type TokenizerFile } from '../../shared/tokenizer/bpe.ts';
import type { PreparedModel } from '../referee/tasks.ts';
import type { Blobs } from '../store/blobs.ts';

export interface TeamModel {
  config: ModelConfig;
  tokenizer: TokenizerFile;
  tokenizerHash: string;
  rows: Record<TrainingStage, Rows | null>;
}

export interface TeamModels {
  get(teamId: string): TeamModel | null;
  /** Takes over what the referee prepared; its weights become version 0 of pretraining. */
  prepare(teamId: string, model: PreparedModel): void;
  /** Takes over fine-tuning rows; `baseVersion` of the pretrained weights becomes version 0. */
  prepareTuning(teamId: string, rows: Rows, baseVersion: number): void;
  weights(teamId: string, stage: TrainingStage, version: number): Float32Array | null;
  putWeights(teamId: string, stage: TrainingStage, version: number, weights: Float32Array): void;
  dispose(): void;
}

export function createTeamModels(matchId: string, blobs: Blobs): TeamModels {
  const models = new Map<string, TeamModel>();
  const nameOf = (teamId: string, stage: TrainingStage): string => `${matchId}/${teamId}/${stage}`;
  const weights: TeamModels['weights'] = (teamId, stage, version) =>
    blobs.get(nameOf(teamId, stage), version);
  const putWeights: TeamModels['putWeights'] = (teamId, stage, version, values) =>
    blobs.put(nameOf(teamId, stage), version, values);
  return {
    get: (teamId) => models.get(teamId) ?? null,
    prepare(teamId, { config, tokenizer, rows, weights: initial }) {
      models.set(teamId, {
        config,
        tokenizer,
        tokenizerHash: tokenizerFromJSON(tokenizer).hash,
        rows: { pretrain: rows, 'fine-tune': null },
      });
      putWeights(teamId, 'pretrain', 0, initial);
    },
    prepareTuning(teamId, rows, baseVersion) {
      const model = models.get(teamId);
      const base = weights(teamId, 'pretrain', baseVersion);
      if (!model || !base) throw new Error(`no pretrained model of ${teamId} to fine-tune`);
      model.rows['fine-tune'] = rows;
      putWeights(teamId, 'fine-tune', 0, base);
    },
    weights,
    putWeights,
    dispose() {
      models.clear();
      blobs.drop(`${matchId}/`);
    },
  };
}
