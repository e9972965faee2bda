/** The models of a match as the server owns them: tokenizer and rows of every team, and versions of its weights. In memory, and in the store for the next process. */

import { decodeRows, encodeRows } from '../../shared/data/rows.ts';
import type { ModelConfig } from '../../shared/lm/config.ts';
import type { Contribution } from '../../shared/lm/federated/outer-step.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { TRAINING_STAGES, type TrainingStage } from '../../shared/game/match.ts';
import { tokenizerFromJSON, type TokenizerFile } from '../../shared/tokenizer/bpe.ts';
import type { TextDocument } from '../../shared/world/document.ts';
import type { PreparedModel, Trained } from '../referee/tasks.ts';
import { bytesOfFloats, bytesOfJson, floatsOfBytes, jsonOfBytes } from './value-bytes.ts';
import type { MatchValues } from './values.ts';

export interface TeamModel {
  config: ModelConfig;
  tokenizer: TokenizerFile;
  tokenizerHash: string;
  rows: Record<TrainingStage, Rows | null>;
  /** The team's own held-out text, as far as it is scored. */
  heldOut: readonly TextDocument[];
  /** What the team pretrained in the generation before; null in the first. */
  lastYear: Trained | null;
  /** The small copy, as far as it has learned, and all its lessons; null before these are written. */
  pupil: Trained | null;
  lessons: Rows | null;
  /** What a device has made of the copy and nobody has measured yet; null for none. */
  brought: Float32Array | null;
}

/** What is kept of a model besides rows and weights. */
type ModelFile = Pick<TeamModel, 'config' | 'tokenizer' | 'heldOut'>;

/** What the outer optimizer of a run keeps between rounds. */
interface OuterState {
  /** Velocity of the averaged steps, [parameterCount]; null where the next one begins anew. */
  velocity: Float32Array | null;
  /** The version that it led to. */
  version: number;
  /** The newest update of each worker. They are not in the store: after a restart their round is trained again. */
  contributions: Map<string, RoundContribution>;
}

interface RoundContribution extends Contribution {
  round: number;
}

export interface TeamModels {
  get(teamId: string): TeamModel | null;
  /** Takes over what the referee prepared; its weights become this version of pretraining. */
  prepare(teamId: string, model: PreparedModel, lastYear: Trained | null, version: number): void;
  /** Takes over fine-tuning rows; `baseVersion` of the pretrained weights becomes this version. */
  prepareTuning(teamId: string, rows: Rows, baseVersion: number, version: number): void;
  /** Takes over rows to go on with; the model that they are for becomes this version of the stage. */
  prepareMore(
    teamId: string,
    stage: 'align' | 'test',
    rows: Rows,
    base: { stage: TrainingStage; version: number },
    version: number,
  ): void;
  /** Takes over what a small copy is to learn from, and the copy before it has. */
  putLessons(teamId: string, rows: Rows, pupil: Trained): void;
  /** Keeps what a device has made of it until it is measured. */
  bringPupil(teamId: string, weights: Float32Array): void;
  /** Takes over what it has learned. */
  putPupil(teamId: string, pupil: Trained): void;
  /** The stored values themselves, not a copy; null when the version is gone or was never there. */
  weights(teamId: string, stage: TrainingStage, version: number): Float32Array | null;
  putWeights(teamId: string, stage: TrainingStage, version: number, weights: Float32Array): void;
  /** These weights stay, whatever else is forgotten, until the function that it returns is called. */
  hold(teamId: string, stage: TrainingStage, version: number): () => void;
  /**
   * Of all versions stay version 0, since models are compared with their beginning, those in `kept`, those that somebody holds,
   * and those newer than `newest`.
   */
  keepOnly(teamId: string, stage: TrainingStage, newest: number, kept: readonly number[]): void;
  outer(teamId: string, stage: TrainingStage): OuterState;
  /** The velocity that led to a version, or that the next step begins without one. */
  putVelocity(teamId: string, stage: TrainingStage, version: number, velocity: Float32Array | null): void;
  /** Brings back what an earlier process has put into the store. */
  restore(teamIds: readonly string[]): Promise<void>;
  dispose(): void;
}

export function createTeamModels(values: MatchValues): TeamModels {
  const models = new Map<string, TeamModel>();
  const outers = new Map<string, OuterState>();
  const versions = new Map<string, Map<number, Float32Array>>();
  const holds = new Set<{ name: string; version: number }>();
  const nameOf = (teamId: string, stage: TrainingStage): string => `${teamId}/${stage}`;
  const rowsName = (teamId: string, stage: TrainingStage): string => `${nameOf(teamId, stage)}/rows`;
  const velocityFolder = (teamId: string, stage: TrainingStage): string =>
    `${nameOf(teamId, stage)}/velocity/`;
  const weightsFolder = (teamId: string, stage: TrainingStage): string => `${nameOf(teamId, stage)}/weights/`;

  const versionsOf = (teamId: string, stage: TrainingStage): Map<number, Float32Array> => {
    const name = nameOf(teamId, stage);
    const known = versions.get(name) ?? new Map<number, Float32Array>();
    versions.set(name, known);
    return known;
  };
  const weights: TeamModels['weights'] = (teamId, stage, version) =>
    versionsOf(teamId, stage).get(version) ?? null;
  const putWeights: TeamModels['putWeights'] = (teamId, stage, version, floats) => {
    versionsOf(teamId, stage).set(version, floats);
    values.put(`${weightsFolder(teamId, stage)}${version}`, bytesOfFloats(floats));
  };
  const hold: TeamModels['hold'] = (teamId, stage, version) => {
    const held = { name: nameOf(teamId, stage), version };
    holds.add(held);
    return () => void holds.delete(held);
  };
  const keepOnly: TeamModels['keepOnly'] = (teamId, stage, newest, kept) => {
    const known = versionsOf(teamId, stage);
    const name = nameOf(teamId, stage);
    const held = Array.from(holds).flatMap((one) => (one.name === name ? [one.version] : []));
    for (const version of Array.from(known.keys())) {
      if (version === 0 || version >= newest || kept.includes(version) || held.includes(version)) continue;
      known.delete(version);
      values.remove(`${weightsFolder(teamId, stage)}${version}`);
    }
  };
  const putRows = (teamId: string, model: TeamModel, stage: TrainingStage, rows: Rows): void => {
    model.rows[stage] = rows;
    values.put(rowsName(teamId, stage), encodeRows(rows));
  };
  const outer: TeamModels['outer'] = (teamId, stage) => {
    const name = nameOf(teamId, stage);
    const state: OuterState = outers.get(name) ?? { velocity: null, version: 0, contributions: new Map() };
    outers.set(name, state);
    return state;
  };

  const putVelocity: TeamModels['putVelocity'] = (teamId, stage, version, velocity) => {
    const state = outer(teamId, stage);
    if (state.velocity) values.remove(`${velocityFolder(teamId, stage)}${state.version}`);
    if (velocity) values.put(`${velocityFolder(teamId, stage)}${version}`, bytesOfFloats(velocity));
    Object.assign(state, { velocity, version });
  };

  async function restoreStage(teamId: string, model: TeamModel, stage: TrainingStage): Promise<void> {
    const rows = await values.get(rowsName(teamId, stage));
    if (rows) model.rows[stage] = decodeRows(rows);
    const folder = weightsFolder(teamId, stage);
    const names = await values.list(folder);
    /* In order, so that weights that are damaged are those before: nobody trains on what the disk made of them. */
    let sound: Float32Array | null = null;
    for (const version of names.map((name) => Number(name.slice(folder.length))).toSorted((a, b) => a - b)) {
      const bytes = await values.get(`${folder}${version}`);
      if (bytes) sound = floatsOfBytes(bytes);
      if (sound) versionsOf(teamId, stage).set(version, sound);
    }
    const velocities = velocityFolder(teamId, stage);
    const led = (await values.list(velocities)).map((name) => Number(name.slice(velocities.length)));
    const version = Math.max(0, ...led);
    const velocity = await values.get(`${velocities}${version}`);
    if (velocity) Object.assign(outer(teamId, stage), { version, velocity: floatsOfBytes(velocity) });
  }

  async function trainedAt(name: string): Promise<Trained | null> {
    const [model, floats] = await Promise.all([values.get(`${name}/model`), values.get(`${name}/weights`)]);
    if (!model || !floats) return null;
    return { ...(jsonOfBytes(model) as Omit<Trained, 'weights'>), weights: floatsOfBytes(floats) };
  }

  async function restoreTeam(teamId: string): Promise<void> {
    const bytes = await values.get(`${teamId}/model`);
    if (!bytes) return;
    const { config, tokenizer, heldOut } = jsonOfBytes(bytes) as ModelFile;
    const { hash: tokenizerHash } = tokenizerFromJSON(tokenizer);
    const rows = { pretrain: null, 'fine-tune': null, align: null, test: null };
    const [lastYear, pupil, written, found] = await Promise.all([
      trainedAt(`${teamId}/last-year`),
      trainedAt(`${teamId}/pupil`),
      values.get(`${teamId}/pupil/lessons`),
      values.get(`${teamId}/pupil/brought`),
    ]);
    const lessons = written && decodeRows(written);
    const brought = found && floatsOfBytes(found);
    const small = { pupil, lessons, brought };
    const model: TeamModel = { config, tokenizer, tokenizerHash, rows, heldOut, lastYear, ...small };
    for (const stage of TRAINING_STAGES) await restoreStage(teamId, model, stage);
    models.set(teamId, model);
  }

  /** A run begins with these weights and without a velocity; what is left of earlier runs of its stage goes with its first round. */
  const begin = (teamId: string, stage: TrainingStage, version: number, floats: Float32Array): void => {
    putVelocity(teamId, stage, version, null);
    outers.delete(nameOf(teamId, stage));
    putWeights(teamId, stage, version, floats);
  };
  const putTrained = (name: string, { config, tokenizer, weights: floats }: Trained): void => {
    values.put(`${name}/model`, bytesOfJson({ config, tokenizer }));
    values.put(`${name}/weights`, bytesOfFloats(floats));
  };
  const learnerOf = (teamId: string): TeamModel => {
    const model = models.get(teamId);
    if (!model) throw new Error(`no model of ${teamId} to make a small copy of`);
    return model;
  };
  const putPupil: TeamModels['putPupil'] = (teamId, pupil) => {
    const model = learnerOf(teamId);
    if (model.brought) values.remove(`${teamId}/pupil/brought`);
    Object.assign(model, { pupil, brought: null });
    putTrained(`${teamId}/pupil`, pupil);
  };
  return {
    get: (teamId) => models.get(teamId) ?? null,
    prepare(teamId, { config, tokenizer, rows, heldOut, weights: initial }, lastYear, version) {
      const model: TeamModel = {
        config,
        tokenizer,
        tokenizerHash: tokenizerFromJSON(tokenizer).hash,
        rows: { pretrain: null, 'fine-tune': null, align: null, test: null },
        heldOut,
        lastYear,
        pupil: null,
        lessons: null,
        brought: null,
      };
      models.set(teamId, model);
      values.put(`${teamId}/model`, bytesOfJson({ config, tokenizer, heldOut } satisfies ModelFile));
      if (lastYear) putTrained(`${teamId}/last-year`, lastYear);
      putRows(teamId, model, 'pretrain', rows);
      begin(teamId, 'pretrain', version, initial);
    },
    prepareTuning(teamId, rows, baseVersion, version) {
      const model = models.get(teamId);
      const base = weights(teamId, 'pretrain', baseVersion);
      if (!model || !base) throw new Error(`no pretrained model of ${teamId} to fine-tune`);
      putRows(teamId, model, 'fine-tune', rows);
      begin(teamId, 'fine-tune', version, base);
    },
    prepareMore(teamId, stage, rows, base, version) {
      const model = models.get(teamId);
      const before = weights(teamId, base.stage, base.version);
      if (!model || !before) throw new Error(`no model of ${teamId} to go on with in ${stage}`);
      putRows(teamId, model, stage, rows);
      begin(teamId, stage, version, before);
    },
    putLessons(teamId, rows, pupil) {
      learnerOf(teamId).lessons = rows;
      values.put(`${teamId}/pupil/lessons`, encodeRows(rows));
      putPupil(teamId, pupil);
    },
    bringPupil(teamId, floats) {
      learnerOf(teamId).brought = floats;
      values.put(`${teamId}/pupil/brought`, bytesOfFloats(floats));
    },
    putPupil,
    weights,
    putWeights,
    hold,
    keepOnly,
    outer,
    putVelocity,
    async restore(teamIds) {
      await Promise.all(teamIds.map(restoreTeam));
    },
    dispose() {
      models.clear();
      outers.clear();
      versions.clear();
    },
  };
}
