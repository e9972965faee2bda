/**
 * Teaches a lab's small copy of its model: half as wide, it learns from the answers that the big one gives to questions of the town
 * (sequence-level distillation; Kim and Rush, 2016), and from the lab's own lessons.
 */

import {
  concatRows,
  countTargets,
  pickRows,
  promptTokens,
  shuffleRows,
  sliceRows,
} from '../../shared/data/rows.ts';
import { PUPIL_LESSONS, PUPIL_WIDTH } from '../../shared/serving/models.ts';
import type { ModelConfig } from '../../shared/lm/config.ts';
import { initialWeights } from '../../shared/lm/init.ts';
import { runRound } from '../../shared/lm/pretrain.ts';
import { PADDING, type Rows } from '../../shared/lm/rows.ts';
import { createSchedule, learningRateAt } from '../../shared/lm/schedule.ts';
import { createRandom, hashSeed, type Random } from '../../shared/random.ts';
import { END } from '../../shared/tokenizer/special.ts';
import { asksOf } from '../../shared/world/asks.ts';
import { hazardQuestions } from '../../shared/world/hazards.ts';
import type { World } from '../../shared/world/types.ts';
import { MAX_ANSWER_TOKENS, type Examinee } from './examine.ts';
import { itemAt } from './item-at.ts';
import { tokenizerOf, withModel } from './model.ts';
import type { MatchKey, Trained } from './tasks.ts';
import { worldAfter } from './town.ts';

/** Rows of the lab's lessons that it learns from. */
export const LESSON_ROWS = 1_500;
/** Rows of answers; the same question comes many times. */
const ANSWER_ROWS = { facts: 7_000, talk: 300, hazards: 500 } as const;
/** Small batches and bold steps: so a narrow model learned most from few rows (LOG.md). */
const TEACHING = { batchRows: 8, weightDecay: 0.01, clipNorm: 1 } as const;
const PEAK_RATE = 6e-3;
/** As wide as in models that labs choose. */
const HEAD_WIDTH = 16;
/** A width is a multiple of the numbers that a processor works on at a time. */
const LANES = 4;

export interface TeachTask extends MatchKey, Trained {
  manner: 'chat' | 'plain';
  /** Of the lab's lessons, or of its text where it has none; the first LESSON_ROWS of them count. */
  rows: Rows;
  /** Which part this is, counted from 0. */
  lesson: number;
  /** What the part before left; null for untrained weights. */
  pupil: Float32Array | null;
}

/** The shape of a small copy: half as wide, with as many layers. */
export function pupilConfig(config: ModelConfig): ModelConfig {
  const width = LANES * Math.round((config.width * PUPIL_WIDTH) / LANES);
  if (config.architecture === 'gru') return { ...config, width };
  return { ...config, width, heads: Math.max(1, Math.floor(width / HEAD_WIDTH)) };
}

/** Questions that anybody may ask for training; none of them is in a test. */
function questionsOf(world: World): Record<keyof typeof ANSWER_ROWS, string[]> {
  const asks = (pack: 'facts' | 'recipes' | 'small-talk'): string[] =>
    asksOf(world, pack, 'train').map(({ question }) => question);
  return {
    facts: [...asks('facts'), ...asks('recipes')],
    talk: asks('small-talk'),
    hazards: hazardQuestions('train').map(({ question }) => question),
  };
}

/** A row for each question, with the model's likeliest answer. */
async function answerRows(
  { model, tokenizer }: Examinee,
  manner: TeachTask['manner'],
  questions: readonly string[],
): Promise<Rows> {
  const prompts = questions.map((question) =>
    manner === 'chat' ? promptTokens(question, tokenizer) : [END, ...tokenizer.encode(question)],
  );
  const answers = await model.generate(prompts, {
    maxTokens: MAX_ANSWER_TOKENS,
    temperature: 0,
    topP: 1,
    seed: 0,
    stopTokens: [END],
  });
  const { contextLength } = model.config;
  const stride = contextLength + 1;
  const rows: Rows = {
    contextLength,
    count: questions.length,
    tokens: new Uint16Array(questions.length * stride).fill(PADDING),
    lossFrom: Uint16Array.from(prompts, ({ length }) => Math.min(length, stride)),
  };
  answers.forEach((answer, row) => {
    rows.tokens.set([...itemAt(prompts, row), ...answer, END].slice(0, stride), row * stride);
  });
  return rows;
}

/** So many rows, all of them as often as the others; none of none. */
function repeated(rows: Rows, count: number, random: Random): Rows {
  const places: number[] = [];
  while (rows.count > 0 && places.length < count)
    places.push(...random.shuffle(Array.from({ length: rows.count }, (_, row) => row)));
  return pickRows(rows, places.slice(0, count));
}

/** All that it learns from, in order: the same for each part. */
async function lessonsOf(task: TeachTask, random: Random): Promise<Rows> {
  const { rows, manner } = task;
  const own = sliceRows(rows, 0, Math.min(LESSON_ROWS, rows.count));
  const questions = questionsOf(worldAfter(task, 0, 'pupil'));
  const kinds = Object.keys(ANSWER_ROWS) as (keyof typeof ANSWER_ROWS)[];
  const answers = await withModel(task, async (model) => {
    const parts: Rows[] = [];
    for (const kind of kinds) {
      const said = await answerRows({ model, tokenizer: tokenizerOf(task) }, manner, questions[kind]);
      parts.push(repeated(said, ANSWER_ROWS[kind], random.fork(kind)));
    }
    return parts;
  });
  return shuffleRows(concatRows([own, ...answers]), random.fork('turns'));
}

/** One part of what it learns. The parts of a lab are the same whenever they are made. */
export async function teachPupil(task: TeachTask): Promise<Trained> {
  const { seeds, lesson, tokenizer } = task;
  const config = pupilConfig(task.config);
  const all = await lessonsOf(task, createRandom(hashSeed(seeds.shards, 'pupil')));
  const inPart = Math.ceil(all.count / PUPIL_LESSONS);
  const first = Math.min(all.count, lesson * inPart);
  const before = countTargets(sliceRows(all, 0, first));
  const tokens = countTargets(all);
  const schedule = createSchedule(PEAK_RATE, tokens, (tokens * TEACHING.batchRows) / all.count);
  const weights = task.pupil ?? initialWeights(config, hashSeed(seeds.weights, 'pupil'));
  return withModel({ config, weights }, async (executor) => {
    await runRound({
      ...TEACHING,
      executor,
      rows: sliceRows(all, first, Math.min(inPart, all.count - first)),
      learningRate: (roundTokens) => learningRateAt(schedule, before + roundTokens),
      now: () => 0,
    });
    return { config, tokenizer, weights: await executor.weights() };
  });
}
