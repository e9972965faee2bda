/**
 * Teaches a lab's small copy of its model: half as wide, it learns from the answers that the big one gives to questions of the town
 * (sequence-level distillation; Kim and Rush, 2016), and from the lab's own lessons. All that it learns from is written down once; then
 * devices of the lab teach it part by part, and the referee in their place.
 */

import {
  concatRows,
  countTargets,
  pickRows,
  promptTokens,
  shuffleRows,
  sliceRows,
} from '../../shared/data/rows.ts';
import { partRows, pupilConfig } from '../../shared/game/stages/deploy/lessons.ts';
import { initialWeights } from '../../shared/lm/init.ts';
import { lessonRate, TEACHING, type LessonPlace } from '../../shared/lm/lessons.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { runRound } from '../../shared/lm/pretrain.ts';
import { PADDING, toBatch, type Rows } from '../../shared/lm/rows.ts';
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
/** Rows that are measured after each part. They come in an order by chance, so that the first are as good as any. */
const JUDGED_ROWS = 256;

/** What the big model is to be heard on. */
export interface LessonsTask extends MatchKey, Trained {
  manner: 'chat' | 'plain';
  /** Of the lab's lessons, or of its text where it has none; the first LESSON_ROWS of them count. */
  rows: Rows;
}

/** All that the small copy learns from, in order, and the copy before it has learned. */
export interface Lessons {
  rows: Rows;
  tokensTotal: number;
  pupil: Trained;
  loss: number;
}

/** A part of the lessons, with its place among them. */
export interface LessonPart {
  rows: Rows;
  place: LessonPlace;
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
  manner: LessonsTask['manner'],
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

/** The rows of a part, the same whoever teaches it. */
export function partOf(rows: Rows, lesson: number): LessonPart {
  const { first, count } = partRows(rows.count, lesson);
  const tokensBefore = countTargets(sliceRows(rows, 0, first));
  const place = { rowsTotal: rows.count, tokensTotal: countTargets(rows), tokensBefore };
  return { rows: sliceRows(rows, first, count), place };
}

/** The rows by which a copy is judged. */
export const judgedRows = (rows: Rows): Rows => sliceRows(rows, 0, JUDGED_ROWS);

/** How surprised a model is by rows, in nats a token. */
async function lossOn(executor: Executor, rows: Rows): Promise<number> {
  const { nats, weight } = await executor.evaluate(toBatch(rows, 0, rows.count));
  return nats / Math.max(1, weight);
}

/** Writes down all that a lab's small copy learns from. The lessons of a lab are the same whenever they are written. */
export async function writeLessons(task: LessonsTask): Promise<Lessons> {
  const { seeds, manner, tokenizer } = task;
  const random = createRandom(hashSeed(seeds.shards, 'pupil'));
  const own = sliceRows(task.rows, 0, Math.min(LESSON_ROWS, task.rows.count));
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
  const rows = shuffleRows(concatRows([own, ...answers]), random.fork('turns'));
  const config = pupilConfig(task.config);
  const pupil = { config, tokenizer, weights: initialWeights(config, hashSeed(seeds.weights, 'pupil')) };
  const loss = await withModel(pupil, (executor) => lossOn(executor, judgedRows(rows)));
  return { rows, tokensTotal: countTargets(rows), pupil, loss };
}

/** A copy as a device has made it, and the rows that it is judged by. */
interface JudgeTask extends MatchKey, Trained {
  judged: Rows;
}

/** How surprised it is by some of its lessons, in nats a token. */
export function judgePupil({ judged, ...pupil }: JudgeTask): Promise<{ loss: number }> {
  return withModel(pupil, async (executor) => ({ loss: await lossOn(executor, judged) }));
}

/** Teaches a copy one part, in the devices' place. */
export function teachPupil({
  part: { rows, place },
  judged,
  config,
  tokenizer,
  weights,
}: JudgeTask & { part: LessonPart }): Promise<{ pupil: Trained; loss: number }> {
  return withModel({ config, weights }, async (executor) => {
    const learningRate = lessonRate(place);
    await runRound({ ...TEACHING, executor, rows, learningRate, now: () => 0 });
    const loss = await lossOn(executor, judged);
    return { pupil: { config, tokenizer, weights: await executor.weights() }, loss };
  });
}
