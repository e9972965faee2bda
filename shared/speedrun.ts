/**
 * The whole life of a language model in one file, to be read from top to bottom: text, tokens, pretraining, fine-tuning,
 * alignment, evaluation, samples. `npm run speedrun` runs it in about a minute on one processor core. Start reading here.
 */

import { mixRows } from './data/mixture.ts';
import {
  concatRows,
  countTargets,
  demonstrationRows,
  encodeDocuments,
  packRows,
  pickRows,
  promptTokens,
  shuffleRows,
  sliceRows,
} from './data/rows.ts';
import { splitDocuments } from './data/splits.ts';
import { exercisePrompt } from './evals/exercises.ts';
import { isKind } from './evals/preference.ts';
import { measureReadability } from './evals/recognizer.ts';
import {
  buildSuite,
  scoreExercises,
  scoreFacts,
  scoreForm,
  scoreTruth,
  type EvalSuite,
} from './evals/suite.ts';
import { ALIGNMENT, alignRound } from './lm/dpo.ts';
import { countBytes, evaluateBitsPerByte } from './lm/bits-per-byte.ts';
import type { ModelConfig } from './lm/config.ts';
import type { Executor } from './lm/executor.ts';
import { FINE_TUNING, fineTuningSchedule } from './lm/sft.ts';
import { initialWeights } from './lm/init.ts';
import { PRETRAINING, runRound } from './lm/pretrain.ts';
import { toBatch, type Rows } from './lm/rows.ts';
import { createSchedule, learningRateAt, type LearningRateSchedule } from './lm/schedule.ts';
import { createWasmExecutor } from './lm/executors/wasm.ts';
import { createRandom } from './random.ts';
import { trainBpe, type Tokenizer } from './tokenizer/bpe.ts';
import { END } from './tokenizer/special.ts';
import { generateCorpus } from './world/corpus.ts';
import { generateDemonstrations } from './world/demonstrations.ts';
import type { TextDocument, WorldKind } from './world/document.ts';
import { DEMONSTRATION_PACKS, type Demonstration } from './world/packs.ts';
import type { World } from './world/types.ts';
import { createWorld } from './world/world.ts';

/** Everything that can be turned. Change a number, run again, and see what it does. */
export interface SpeedrunSize {
  /** Bytes of each kind of text, and its share of what the model reads. */
  corpus: readonly { kind: WorldKind; bytes: number; share: number }[];
  /** Vocabulary, context, width, layers, heads. */
  model: ModelConfig;
  /** How many tokens the model reads in pretraining; the corpus is read again and again until then. */
  pretrainTokens: number;
  /** Examples of question and answer of each pack. */
  demonstrationsPerPack: number;
  fineTuneSteps: number;
  /** Questions whose answers are compared, each answered this often. */
  alignQuestions: number;
  answersPerQuestion: number;
  alignSteps: number;
}

export const FULL: SpeedrunSize = {
  corpus: [
    { kind: 'stories', bytes: 400_000, share: 40 },
    { kind: 'encyclopedia', bytes: 200_000, share: 30 },
    { kind: 'questions', bytes: 200_000, share: 15 },
    { kind: 'exercises', bytes: 150_000, share: 15 },
  ],
  model: { architecture: 'transformer', vocabSize: 1024, contextLength: 64, width: 64, layers: 2, heads: 4 },
  pretrainTokens: 1_200_000,
  demonstrationsPerPack: 60,
  fineTuneSteps: FINE_TUNING.steps,
  alignQuestions: 240,
  answersPerQuestion: 6,
  alignSteps: 96,
};

/** Small enough for a test of every stage: it learns to spell, and not much more. */
export const QUICK: SpeedrunSize = {
  ...FULL,
  corpus: FULL.corpus.map((part) => ({ ...part, bytes: part.bytes / 4 })),
  model: { architecture: 'transformer', vocabSize: 512, contextLength: 48, width: 48, layers: 1, heads: 3 },
  pretrainTokens: 400_000,
  fineTuneSteps: 200,
  alignQuestions: 100,
  alignSteps: 10,
};

/** The same seed gives the same world, the same text, the same dice. */
const SEED = 7;
const HELD_OUT_SHARE = 0.05;
/** Some of the cards are friendly: what people later prefer must occur at all. */
const FRIENDLY_SHARE = 0.15;
/** How strongly preferences push, and how strongly lesson cards and preferred answers hold (see lm/dpo.ts). */
const PREFERENCE = { beta: 0.3, sftWeight: 1 };
const MAX_SAMPLE_TOKENS = 40;

/*
 * 1. Text. A made-up world with people, towns and dishes, and documents about it. A few are set aside: a model is
 *    judged by text it never saw.
 */

/** Training documents of each kind, in the order of the size's `corpus`, and all that are set aside. */
interface Corpus {
  train: TextDocument[][];
  heldOut: TextDocument[];
}

function writeCorpus(world: World, size: SpeedrunSize): Corpus {
  const splits = size.corpus.map(({ kind, bytes }) =>
    splitDocuments(generateCorpus(world, kind, { bytes, seed: SEED }), HELD_OUT_SHARE, SEED),
  );
  return { train: splits.map(({ train }) => train), heldOut: splits.flatMap(({ heldOut }) => heldOut) };
}

/*
 * 2. Tokens. Byte-pair encoding joins the most frequent neighbors, again and again, until there are `vocabSize` pieces
 *    (`trainBpe`). Texts become rows of tokens: each kind has its share of what the model will read.
 */

function mixCorpus({ train }: Corpus, tokenizer: Tokenizer, size: SpeedrunSize): Rows {
  const datasets = train.map((documents, index) => ({
    documents: encodeDocuments(documents, tokenizer),
    share: size.corpus[index].share,
  }));
  const { contextLength } = size.model;
  return mixRows({
    datasets,
    contextLength,
    trainTokens: size.pretrainTokens,
    random: createRandom(SEED).fork('mixture'),
  });
}

/*
 * 3. Pretraining. Predict the next token, everywhere, over all rows. Nothing is labeled: the text is its own answer.
 */

/** A model is its weights (in an executor, which can train them) and the tokenizer that it reads and writes with. */
interface Model {
  executor: Executor;
  tokenizer: Tokenizer;
}

async function createModel(config: ModelConfig, tokenizer: Tokenizer): Promise<Model> {
  const executor = await createWasmExecutor(config);
  await executor.load(initialWeights(config, SEED));
  return { executor, tokenizer };
}

/** Takes a step for every batch of rows, at a rate that rises for a moment and then falls to almost nothing. */
async function train(model: Model, rows: Rows, schedule: LearningRateSchedule, now: Clock): Promise<string> {
  const { executor } = model;
  const learningRate = (tokens: number): number => learningRateAt(schedule, tokens);
  const { steps, tokens, millis, recentLoss } = await runRound({ executor, rows, learningRate, now });
  const perSecond = Math.round((1000 * tokens) / millis);
  return `${steps} steps, ${tokens} tokens (${perSecond} a second), loss at last ${recentLoss.toFixed(2)} nats`;
}

function pretrain(model: Model, rows: Rows, now: Clock): Promise<string> {
  const tokens = countTargets(rows);
  const batchTokens = PRETRAINING.batchRows * rows.contextLength;
  return train(model, rows, createSchedule(PRETRAINING.peakLearningRate, tokens, batchTokens), now);
}

/*
 * 4. Fine-tuning. The model can go on with a text; now it learns to answer. The loss counts on answers alone, and a
 *    quarter of the rows repeats the old text, or the model would forget it.
 */

function writeLessons(world: World, tokenizer: Tokenizer, size: SpeedrunSize): Rows {
  const friendly = Math.round(size.demonstrationsPerPack * FRIENDLY_SHARE);
  const counts = { full: size.demonstrationsPerPack - friendly, friendly } as const;
  const cards = DEMONSTRATION_PACKS.flatMap((pack) =>
    (['full', 'friendly'] as const).flatMap((style) =>
      generateDemonstrations(world, { pack, style, count: counts[style], seed: SEED, split: 'train' }),
    ),
  );
  return demonstrationRows(cards, tokenizer, size.model.contextLength);
}

function fineTune(model: Model, lessons: Rows, oldText: Rows, steps: number, now: Clock): Promise<string> {
  const count = steps * FINE_TUNING.batchRows;
  const replay = sliceRows(oldText, 0, Math.round(count * FINE_TUNING.replayShare));
  const places = Array.from({ length: count - replay.count }, (_, row) => row % lessons.count);
  const random = createRandom(SEED).fork('fine-tune');
  const rows = shuffleRows(concatRows([pickRows(lessons, places), replay]), random);
  return train(model, rows, fineTuningSchedule(countTargets(rows)), now);
}

/*
 * 5. Alignment. The model answers the same question several times; somebody says which answer is nicer (here a rule
 *    plays the rater: friendly is nicer); direct preference optimization makes such answers more likely.
 */

interface Preference {
  question: string;
  chosen: string;
  rejected: string;
}

async function collectPreferences(world: World, model: Model, size: SpeedrunSize): Promise<Preference[]> {
  const times = size.answersPerQuestion;
  const options = { style: 'full', count: size.alignQuestions / 2, seed: SEED, split: 'train' } as const;
  const questions = (['facts', 'small-talk'] as const).flatMap((pack) =>
    generateDemonstrations(world, { pack, ...options }),
  );
  const asked = questions.flatMap((question) => Array.from({ length: times }, () => question));
  const answers = await answer(model, asked, 1);
  return questions.flatMap((question, index) => {
    const given = answers.slice(index * times, (index + 1) * times);
    const chosen = given.find((text) => isKind(world, question, text));
    const rejected = given.find((text) => !isKind(world, question, text));
    return chosen && rejected ? [{ question: question.question, chosen, rejected }] : [];
  });
}

async function align(
  { executor, tokenizer }: Model,
  preferences: readonly Preference[],
  lessons: Rows,
  steps: number,
  now: Clock,
): Promise<string> {
  if (preferences.length === 0) return 'nothing: the model never gave two answers that differ in this';
  const answers = preferences.flatMap(({ question, chosen, rejected }) => [
    { question, answer: chosen },
    { question, answer: rejected },
  ]);
  const pairs = demonstrationRows(answers, tokenizer, lessons.contextLength);
  const random = createRandom(SEED).fork('align');
  // A group is a preferred answer, the other one, and two lesson cards that hold the model to its form.
  const groups = Array.from({ length: steps * ALIGNMENT.batchGroups }, () => {
    const pair = 2 * random.int(pairs.count / 2);
    const lesson = (): number => pairs.count + random.int(lessons.count);
    return [pair, pair + 1, lesson(), lesson()];
  });
  const rows = pickRows(concatRows([pairs, lessons]), groups.flat());
  let done = 0;
  for await (const progress of alignRound({ executor, rows, ...PREFERENCE, now })) done = progress.steps;
  return `${done} steps on ${preferences.length} pairs of answers`;
}

/*
 * 6. Evaluation. Surprise at held-out text, in bits per byte, so that tokenizers compare; and tasks whose answers the
 *    world knows. Facts stand in the training text, as nobody could guess them; exercises and questions do not.
 */

/** Shares are from 0 to 1. */
export interface Scores {
  after: string;
  bitsPerByte: number;
  /** Sentences about the world, gone on with rightly. */
  facts: number;
  /** Made-up words, spelled backwards. */
  exercises: number;
  /** Answers that have the shape of an answer, that are true too, and that are friendly. */
  inForm: number;
  isTrue: number;
  isKind: number;
}

async function evaluate(
  after: string,
  model: Model,
  suite: EvalSuite,
  heldOut: TextDocument[],
): Promise<Scores> {
  const { executor, tokenizer } = model;
  const rows = packRows(heldOut, tokenizer, executor.config.contextLength);
  const { nats } = await executor.evaluate(toBatch(rows, 0, rows.count));
  // The end of a document is a token too, so it counts as a byte.
  const bytes = countBytes(heldOut.map(({ text }) => text)) + heldOut.length;
  const clozes = suite.facts.map(({ prompt }) => prompt);
  const facts = await goOn(model, clozes, 0);
  const exercises = await goOn(model, suite.exercises.map(exercisePrompt), 0);
  const answers = await answer(model, suite.questions, 0);
  const kind = suite.questions.filter((question, i) => isKind(suite.world, question, answers[i])).length;
  return {
    after,
    bitsPerByte: evaluateBitsPerByte(nats, bytes),
    facts: scoreFacts(suite, facts).score,
    exercises: scoreExercises(suite, exercises).score,
    inForm: scoreForm(suite, answers).score,
    isTrue: scoreTruth(suite, answers).score,
    isKind: kind / suite.questions.length,
  };
}

/*
 * 7. Sampling. One token at a time: ask the model for the chances of the next, throw the dice, add it, ask again.
 *    Temperature 0 always takes the likeliest.
 */

async function sample(model: Model, prompts: readonly number[][], temperature: number): Promise<string[]> {
  const options = { maxTokens: MAX_SAMPLE_TOKENS, temperature, topP: 0.95, seed: SEED, stopTokens: [END] };
  const samples = await model.executor.generate(prompts, options);
  return samples.map((tokens) => model.tokenizer.decode(tokens));
}

/** Goes on with texts until the model ends the document. */
function goOn(model: Model, texts: readonly string[], temperature: number): Promise<string[]> {
  const prompts = texts.map((text) => [END, ...model.tokenizer.encode(text)]);
  return sample(model, prompts, temperature);
}

/** Answers questions in the chat template that fine-tuning teaches. */
async function answer(model: Model, asked: readonly Demonstration[], temperature: number): Promise<string[]> {
  const prompts = asked.map(({ question }) => promptTokens(question, model.tokenizer));
  return (await sample(model, prompts, temperature)).map((text) => text.trim());
}

/** Milliseconds, such as performance.now. */
type Clock = () => number;

export interface StageReport {
  stage: string;
  seconds: number;
  /** What the stage gave, in words. */
  gave: string;
}

export interface SpeedrunReport {
  parameters: number;
  stages: StageReport[];
  scores: Scores[];
  stories: string[];
  /** The tuned model's, before and after aligning. */
  answers: { question: string; before: string; after: string }[];
}

/** The run: all stages, in order; `report` is told of each when it is done. */
export async function speedrun(
  size: SpeedrunSize,
  now: Clock,
  report: (stage: StageReport) => void,
): Promise<SpeedrunReport> {
  const stages: StageReport[] = [];
  let started = now();
  const done = (stage: string, gave: string): void => {
    stages.push({ stage, seconds: Number(((now() - started) / 1000).toFixed(2)), gave });
    report(stages[stages.length - 1]);
    started = now();
  };

  const world = createWorld(SEED);
  const suite = buildSuite(world, SEED);
  const corpus = writeCorpus(world, size);
  const texts = corpus.train.flat().map(({ text }) => text);
  done('corpus', `${texts.length} documents, ${countBytes(texts)} bytes`);

  const tokenizer = trainBpe(texts, size.model.vocabSize);
  const oldText = mixCorpus(corpus, tokenizer, size);
  const pieces = tokenizer.encode(texts[0]).slice(0, 12).map(tokenizer.tokenText);
  done('tokenizer', `${size.model.vocabSize} tokens: ${pieces.join('|')} ...`);

  const model = await createModel(size.model, tokenizer);
  const parameters = (await model.executor.weights()).length;
  const examine = (after: string): Promise<Scores> => evaluate(after, model, suite, corpus.heldOut);
  const untrained = await examine('nothing');
  done('model', `${parameters} random weights, ${model.executor.backend}`);

  done('pretrain', await pretrain(model, oldText, now));
  const base = await examine('pretrain');
  const stories = (await goOn(model, suite.storyOpeners, 0.7)).map((text, i) => suite.storyOpeners[i] + text);
  const { recognized, sentences } = measureReadability(world, stories);
  const bits = `${base.bitsPerByte.toFixed(3)} bits per byte`;
  done('evaluate', `${bits}; ${recognized} of ${sentences} sentences hold together`);

  const lessons = writeLessons(world, tokenizer, size);
  done('fine-tune', await fineTune(model, lessons, oldText, size.fineTuneSteps, now));
  const tuned = await examine('fine-tune');
  const before = await answer(model, suite.questions, 0);
  done('evaluate', `${percent(tuned.inForm)} of answers in form, was ${percent(base.inForm)}`);

  const preferences = await collectPreferences(world, model, size);
  done('rate', `${preferences.length} pairs of answers, of which one is friendlier`);
  done('align', await align(model, preferences, lessons, size.alignSteps, now));
  const aligned = await examine('align');
  const after = await answer(model, suite.questions, 0);
  done('evaluate', `${percent(aligned.isKind)} of answers friendly, was ${percent(tuned.isKind)}`);

  model.executor.dispose();
  return {
    parameters,
    stages,
    scores: [untrained, base, tuned, aligned],
    stories,
    answers: suite.questions.map(({ question }, i) => ({ question, before: before[i], after: after[i] })),
  };
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
