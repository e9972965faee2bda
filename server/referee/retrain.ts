/** Trains a lab's model again from plans, on one thread and by other chances, and measures it on the sealed text. */

import { mixRows } from '../../shared/data/mixture.ts';
import { countTargets, pickRows, sliceRows } from '../../shared/data/rows.ts';
import type { ScoredKind } from '../../shared/world/document.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { initialWeights } from '../../shared/lm/init.ts';
import { PRETRAINING, RATE_SCALE, runRound, type RoundOptions } from '../../shared/lm/pretrain.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { createSchedule, learningRateAt, type LearningRateSchedule } from '../../shared/lm/schedule.ts';
import { FINE_TUNING, FINE_TUNING_ROWS, fineTuningSchedule, TUNING_RATE_SCALE } from '../../shared/lm/sft.ts';
import type { Decided } from '../../shared/game/changes.ts';
import { tokensForPlan } from '../../shared/game/stages/scale/plan.ts';
import { modelConfig, peakFactor } from '../../shared/game/training/model.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { tokenizerFromJSON, type Tokenizer } from '../../shared/tokenizer/bpe.ts';
import { measureModel } from './examine.ts';
import { withModel } from './model.ts';
import { prepareTuningRows } from './prepare.ts';
import type { MatchSeeds, TextTask, Trained } from './tasks.ts';
import { preparedTextOf } from './team-text.ts';
import type { MatchTexts } from './texts.ts';

export interface RetrainTask extends Omit<TextTask, 'data'> {
  plans: Decided;
  /** Compute of a whole run, and the share of it that this one has. */
  budgetFlops: number;
  share: number;
  /** What the lab's run went on from; null for untrained weights. */
  checkpoint: Trained | null;
  /** Which chances: each number has first weights and an order of its own. */
  luck: number;
  /** The lab's pretrained model and what it read, where it is only fine-tuned anew; null where it is pretrained anew. */
  base: (Trained & { rows: Rows }) | null;
}

/** How surprised the model is by sealed text, bits per byte; null where its loss broke. */
export type Retrained = { bitsPerByte: number; perKind: Record<ScoredKind, number> } | null;

function seedsOf({ seeds, luck }: RetrainTask): MatchSeeds {
  const drawn = (seed: number): number => hashSeed(seed, `again ${luck}`);
  return { ...seeds, weights: drawn(seeds.weights), shards: drawn(seeds.shards) };
}

/** What is trained: a shape, the weights that it begins with, and rows with a rate. */
interface Course {
  config: Trained['config'];
  tokenizer: Tokenizer;
  weights: Float32Array;
  rows: Rows;
  schedule: LearningRateSchedule;
  /** What its rates are multiplied by. */
  rateScale: number;
  settings: Pick<RoundOptions, 'batchRows' | 'weightDecay' | 'clipNorm'>;
}

function pretraining(texts: MatchTexts, task: RetrainTask): Course {
  const { plans, checkpoint, budgetFlops, share } = task;
  const { data, scale } = plans;
  const seeds = seedsOf(task);
  const prepared = preparedTextOf(texts, { ...task, data });
  const config = checkpoint?.config ?? modelConfig(scale, data.vocabSize);
  const tokenizer = checkpoint ? tokenizerFromJSON(checkpoint.tokenizer) : prepared.tokenizer;
  const { datasets: _reports, ...rows } = mixRows({
    datasets: checkpoint ? prepared.datasetsIn(tokenizer) : prepared.datasets,
    contextLength: scale.contextLength,
    trainTokens: tokensForPlan(scale, config.vocabSize, share * budgetFlops),
    random: createRandom(seeds.shards),
  });
  const rate = PRETRAINING.peakLearningRate * peakFactor(scale);
  const schedule = createSchedule(rate, countTargets(rows), PRETRAINING.batchRows * config.contextLength);
  const weights = checkpoint?.weights ?? initialWeights(config, seeds.weights);
  const rateScale = RATE_SCALE[config.architecture];
  return { config, tokenizer, weights, rows, schedule, rateScale, settings: {} };
}

function tuning(texts: MatchTexts, task: RetrainTask, base: Trained & { rows: Rows }): Course {
  const plan = task.plans['fine-tune'];
  if (!plan) throw new Error('this lab has no lessons');
  const seeds = seedsOf(task);
  const { config, tokenizer, weights } = base;
  const random = createRandom(hashSeed(seeds.shards, 'replay'));
  const replayed = Math.round(plan.replayShare * FINE_TUNING_ROWS);
  const replay = pickRows(
    base.rows,
    Array.from({ length: replayed }, () => random.int(base.rows.count)),
  );
  const lessons = prepareTuningRows(texts, { ...task, seeds, config, tokenizer, plan, replay }).rows;
  const rows = sliceRows(lessons, 0, Math.round(task.share * lessons.count));
  const schedule = fineTuningSchedule(countTargets(rows));
  const { batchRows, weightDecay, clipNorm } = FINE_TUNING;
  const settings = { batchRows, weightDecay, clipNorm };
  const rateScale = TUNING_RATE_SCALE[config.architecture];
  return { config, tokenizer: tokenizerFromJSON(tokenizer), weights, rows, schedule, rateScale, settings };
}

/** Trains the model and asks `use` about it; null where its loss broke. */
export async function trainAgain<T>(
  texts: MatchTexts,
  task: RetrainTask,
  use: (trained: Course & { model: Executor }) => Promise<T>,
): Promise<T | null> {
  const course = task.base ? tuning(texts, task, task.base) : pretraining(texts, task);
  const { rows, schedule, rateScale, settings } = course;
  return withModel(course, async (model) => {
    const learningRate = (tokens: number): number => rateScale * learningRateAt(schedule, tokens);
    const { end } = await runRound({ executor: model, rows, learningRate, ...settings, now: () => 0 });
    return end === 'diverged' ? null : use({ ...course, model });
  });
}

export function retrain(texts: MatchTexts, task: RetrainTask): Promise<Retrained> {
  return trainAgain(texts, task, ({ model, tokenizer }) => measureModel(texts.sealed, { model, tokenizer }));
}
