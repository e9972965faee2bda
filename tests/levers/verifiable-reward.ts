/** The lever of checkable rewards: a half-learned skill is practised against an answer key, without an example. */

import { pickRows, packRows } from '../../shared/data/rows.ts';
import { exercisePrompt, isCorrectExercise } from '../../shared/evals/exercises.ts';
import { POLICY_GRADIENT, policyRound } from '../../shared/lm/policy-gradient.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { PRETRAINING, runRound } from '../../shared/lm/pretrain.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { createRandom } from '../../shared/random.ts';
import type { Tokenizer } from '../../shared/tokenizer/bpe.ts';
import { END } from '../../shared/tokenizer/special.ts';
import { heldOutExercises } from '../../shared/world/exercises.ts';
import type { Lever, Measures } from './lever.ts';
import {
  continuations,
  mixOf,
  openStudy,
  shareOf,
  TINY,
  tokenizerOf,
  untrained,
  type Study,
} from './study.ts';

const CONFIG = { ...TINY, vocabSize: 384 };
const STORY_BYTES = 150_000;
const EXERCISE_BYTES = 100_000;
/** It reads in pieces until it gets so many right, or all pieces are read. */
const PIECE_TOKENS = 30_000;
const MOST_PIECES = 24;
const HALF_LEARNED = 0.15;
const ASKED = 200;
/** Steps of practice, and of plain examples beside it, on as many exercises. */
const STEPS = 120;

/** Share of new exercises that it gets right at the first try, as it happens to answer. */
async function firstTry({ world, seed }: Study, model: Executor, tokenizer: Tokenizer): Promise<number> {
  const exercises = heldOutExercises(world, ASKED, seed);
  const prompts = exercises.map(exercisePrompt);
  const answers = await continuations(model, tokenizer, prompts, { temperature: 1, maxTokens: 16, seed });
  return shareOf(exercises, (exercise, index) => isCorrectExercise(exercise, answers[index]));
}

/** Reads stories and exercises until the skill is half learned. */
async function halfLearned(
  study: Study,
  model: Executor,
  tokenizer: Tokenizer,
  stream: Rows,
): Promise<number> {
  const rows = Math.floor(PIECE_TOKENS / CONFIG.contextLength);
  let share = 0;
  for (let piece = 0; piece < MOST_PIECES && share < HALF_LEARNED; piece++) {
    const places = Array.from({ length: rows }, (_, row) => (piece * rows + row) % stream.count);
    const learningRate = (): number => PRETRAINING.peakLearningRate;
    await runRound({ executor: model, rows: pickRows(stream, places), learningRate, now: () => 0 });
    share = await firstTry(study, model, tokenizer);
  }
  return share;
}

/** Exercises from text for sale, whose answers only the key needs; each as often as it is answered in a step. */
function questionsOf(exercises: Rows, prompts: readonly number[], seed: number, times: number): Rows {
  const random = createRandom(seed);
  const places = Array.from({ length: STEPS * POLICY_GRADIENT.batchGroups }, () =>
    random.int(exercises.count),
  );
  const rows = pickRows(
    exercises,
    places.flatMap((place) => Array.from({ length: times }, () => place)),
  );
  const from = places.flatMap((place) => Array.from({ length: times }, () => prompts[place] ?? 1));
  return { ...rows, lossFrom: Uint16Array.from(from) };
}

export const verifiableReward: Lever = {
  name: 'verifiable-reward',
  question: 'Can a half-learned skill grow by nothing but being told what is right?',
  arms: {
    half: `a model that gets ${100 * HALF_LEARNED} % right, or a little more`,
    checked: `and answered ${STEPS * POLICY_GRADIENT.batchGroups} exercises, eight times each, against an answer key`,
    shown: 'or read the answers to these exercises as examples',
  },
  metrics: { right: `share of ${ASKED} new exercises that are right at the first try` },
  claims: [
    { metric: 'right', off: 'half', on: 'checked', expected: 'rises' },
    { metric: 'right', off: 'half', on: 'shown', expected: 'reported' },
  ],
  measure: async (seed): Promise<Measures> => {
    const study = openStudy(seed);
    const stories = study.corpus('stories', STORY_BYTES, 'market');
    const exercises = study.corpus('exercises', EXERCISE_BYTES, 'market');
    const tokenizer = tokenizerOf([...stories, ...exercises], CONFIG.vocabSize);
    const stream = mixOf(
      [
        [70, stories],
        [30, exercises],
      ],
      { tokenizer, contextLength: CONFIG.contextLength, tokens: MOST_PIECES * PIECE_TOKENS, seed },
    );
    const model = await untrained(CONFIG, seed);
    const order = createRandom(seed).shuffle(Array.from({ length: stream.count }, (_, row) => row));
    const half = await halfLearned(study, model, tokenizer, pickRows(stream, order));
    const start = await model.weights();
    const practice = study.corpus('exercises', EXERCISE_BYTES, 'practice');
    const rows = packRows(practice, tokenizer, CONFIG.contextLength);
    const prompts = practice.map(
      ({ text }) => tokenizer.encode(text.slice(0, text.indexOf('>') + 1)).length + 1,
    );
    const asked = questionsOf(rows, prompts, seed, POLICY_GRADIENT.groupRows);
    const options = {
      executor: model,
      endToken: END,
      klWeight: 0,
      reward: 'answer-key',
      now: () => 0,
    } as const;
    for await (const { end } of policyRound({ ...options, rows: asked })) if (end === 'diverged') break;
    const checked = await firstTry(study, model, tokenizer);
    await model.load(start);
    const shown = questionsOf(rows, prompts, seed, 1);
    const learningRate = (): number => PRETRAINING.peakLearningRate / 2;
    await runRound({ executor: model, rows: shown, learningRate, now: () => 0 });
    const measures = { half: { right: half }, checked: { right: checked }, shown: { right: 0 } };
    measures.shown.right = await firstTry(study, model, tokenizer);
    model.dispose();
    return measures;
  },
};
