/** Levers of the fine-tune and align stages: learning to answer, and being pushed towards what people like with and without a hold. */

import {
  concatRows,
  countTargets,
  demonstrationRows,
  pickRows,
  promptTokens,
  shuffleRows,
  sliceRows,
} from '../../shared/data/rows.ts';
import { inForm } from '../../shared/evals/form.ts';
import { isKind } from '../../shared/evals/preference.ts';
import { ALIGNMENT, alignRound } from '../../shared/lm/dpo.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { FINE_TUNING, fineTuningSchedule } from '../../shared/lm/sft.ts';
import { runRound } from '../../shared/lm/pretrain.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { learningRateAt } from '../../shared/lm/schedule.ts';
import { createRandom } from '../../shared/random.ts';
import type { Tokenizer } from '../../shared/tokenizer/bpe.ts';
import { END } from '../../shared/tokenizer/special.ts';
import { generateDemonstrations } from '../../shared/world/demonstrations.ts';
import type { AnswerStyle, Demonstration } from '../../shared/world/packs.ts';
import type { World } from '../../shared/world/types.ts';
import type { Lever, Measures } from './lever.ts';
import { HELD_OUT_BITS, openLibrary, streamOf, type Library } from './library.ts';
import { bitsPerByte, shareOf, TINY, trainOn } from './study.ts';

const CONFIG = { ...TINY, contextLength: 64 };
const BYTES_OF_EACH = 150_000;
const PRETRAIN_TOKENS = 400_000;
const FINE_TUNE_STEPS = 240;
export const PACKS = ['facts', 'recipes', 'small-talk'] as const;
const CARDS_OF_EACH = 80;
/** Some cards are friendly, so that raters have something to prefer. */
const FRIENDLY_CARDS = 20;
const HELD_OUT_QUESTIONS = 40;

function cards(world: World, style: AnswerStyle, count: number, seed: number): Demonstration[] {
  return PACKS.flatMap((pack) => generateDemonstrations(world, { pack, style, count, seed, split: 'train' }));
}

export function heldOutQuestions(world: World, seed: number): Demonstration[] {
  const options = { style: 'full', count: HELD_OUT_QUESTIONS, seed, split: 'held-out' } as const;
  return PACKS.flatMap((pack) => generateDemonstrations(world, { pack, ...options }));
}

export async function answersOf(
  model: Executor,
  tokenizer: Tokenizer,
  asked: readonly Demonstration[],
  { temperature, seed }: { temperature: number; seed: number },
): Promise<string[]> {
  const prompts = asked.map(({ question }) => promptTokens(question, tokenizer));
  const options = { maxTokens: 40, temperature, topP: 0.95, seed, stopTokens: [END] };
  const answers = await model.generate(prompts, options);
  return answers.map((tokens) => tokenizer.decode(tokens).trim());
}

/** Share of answers to held-out questions that have the shape of an answer, true or not. */
async function inFormShare({ world, tokenizer, seed }: Library, model: Executor): Promise<number> {
  const asked = heldOutQuestions(world, seed);
  const answers = await answersOf(model, tokenizer, asked, { temperature: 0.5, seed });
  return shareOf(asked, (question, index) => inForm(world, question, answers[index]));
}

interface Tuned {
  library: Library;
  model: Executor;
  lessons: Rows;
}

/** Fine-tunes on lesson cards, a quarter of the rows being old text unless told, as the game does. */
export async function fineTune(
  { library, model, lessons }: Tuned,
  oldText: Rows,
  replayShare: number = FINE_TUNING.replayShare,
): Promise<void> {
  const count = FINE_TUNE_STEPS * FINE_TUNING.batchRows;
  const replay = sliceRows(oldText, 0, Math.round(count * replayShare));
  const places = Array.from({ length: count - replay.count }, (_, row) => row % lessons.count);
  const random = createRandom(library.seed).fork('fine-tune');
  const rows = shuffleRows(concatRows([pickRows(lessons, places), replay]), random);
  const schedule = fineTuningSchedule(countTargets(rows));
  const learningRate = (tokens: number): number => learningRateAt(schedule, tokens);
  await runRound({ executor: model, rows, learningRate, now: () => 0 });
}

/** A pretrained model and its old text, with the cards that it is to learn from. */
export async function pretrained(seed: number): Promise<Tuned & { oldText: Rows }> {
  const library = openLibrary(seed, BYTES_OF_EACH);
  const { world, tokenizer } = library;
  const oldText = streamOf(library, PRETRAIN_TOKENS, CONFIG.contextLength);
  const model = await trainOn(CONFIG, oldText, { seed });
  const lessons = demonstrationRows(
    [...cards(world, 'full', CARDS_OF_EACH, seed), ...cards(world, 'friendly', FRIENDLY_CARDS, seed)],
    tokenizer,
    CONFIG.contextLength,
  );
  return { library, model, lessons, oldText };
}

const IN_FORM = `share of answers to ${PACKS.length * HELD_OUT_QUESTIONS} held-out questions that have the shape of an answer`;

export const sft: Lever = {
  name: 'sft',
  question: 'Does a model that has only read learn to answer from a few hundred examples?',
  arms: { base: 'pretrained', tuned: `and fine-tuned for ${FINE_TUNE_STEPS} steps` },
  metrics: { 'in form': IN_FORM, 'bits per byte': HELD_OUT_BITS },
  claims: [
    { metric: 'in form', off: 'base', on: 'tuned', expected: 'rises' },
    { metric: 'bits per byte', off: 'base', on: 'tuned', expected: 'reported' },
  ],
  measure: async (seed) => {
    const tuned = await pretrained(seed);
    const { library, model, oldText } = tuned;
    const examine = async (): Promise<Measures[string]> => ({
      'in form': await inFormShare(library, model),
      'bits per byte': await bitsPerByte(model, library.tokenizer, library.heldOut),
    });
    const base = await examine();
    await fineTune(tuned, oldText);
    const measures = { base, tuned: await examine() };
    model.dispose();
    return measures;
  },
};

const ASKED_OF_EACH = 60;
const ANSWERS_EACH = 6;
const ALIGN_STEPS = 48;
const BETA = 0.3;

/** The model's own answers to training questions, in pairs of a friendly one and another, as rows: preferred, then not. */
async function preferenceRows({ library, model }: Tuned): Promise<Rows> {
  const { world, tokenizer, seed } = library;
  const questions = cards(world, 'full', ASKED_OF_EACH, seed);
  const asked = questions.flatMap((question) => Array.from({ length: ANSWERS_EACH }, () => question));
  const answers = await answersOf(model, tokenizer, asked, { temperature: 1, seed });
  const pairs = questions.flatMap((question, index) => {
    const given = answers.slice(index * ANSWERS_EACH, (index + 1) * ANSWERS_EACH);
    const chosen = given.find((text) => isKind(world, question, text));
    const rejected = given.find((text) => !isKind(world, question, text));
    if (chosen === undefined || rejected === undefined) return [];
    return [chosen, rejected].map((answer) => ({ question: question.question, answer }));
  });
  return demonstrationRows(pairs, tokenizer, CONFIG.contextLength);
}

/** Aligns from these weights with this weight of lessons beside the preferences. */
async function align(
  { library, model, lessons }: Tuned,
  pairs: Rows,
  from: Float32Array,
  sftWeight: number,
): Promise<void> {
  const random = createRandom(library.seed).fork('align');
  const groups = Array.from({ length: ALIGN_STEPS * ALIGNMENT.batchGroups }, () => {
    const pair = 2 * random.int(pairs.count / 2);
    const lesson = (): number => pairs.count + random.int(lessons.count);
    return [pair, pair + 1, lesson(), lesson()];
  });
  const rows = pickRows(concatRows([pairs, lessons]), groups.flat());
  await model.load(from);
  for await (const { end } of alignRound({ executor: model, rows, beta: BETA, sftWeight, now: () => 0 }))
    if (end === 'diverged') break;
}

export const dpoNoAnchor: Lever = {
  name: 'dpo-no-anchor',
  question: 'What becomes of a model that is pushed towards what people like, with nothing that holds it?',
  arms: {
    tuned: 'fine-tuned, not aligned',
    'anchor 1': `${ALIGN_STEPS} steps of DPO with an anchor of 1`,
    'anchor 0': 'the same steps without an anchor',
  },
  metrics: { 'in form': IN_FORM },
  claims: [
    { metric: 'in form', off: 'anchor 1', on: 'anchor 0', expected: 'falls' },
    { metric: 'in form', off: 'tuned', on: 'anchor 1', expected: 'reported' },
  ],
  measure: async (seed) => {
    const tuned = await pretrained(seed);
    await fineTune(tuned, tuned.oldText);
    const { library, model } = tuned;
    const measures: Measures = { tuned: { 'in form': await inFormShare(library, model) } };
    const weights = await model.weights();
    const pairs = await preferenceRows(tuned);
    for (const [arm, sftWeight] of [
      ['anchor 1', 1],
      ['anchor 0', 0],
    ] as const) {
      await align(tuned, pairs, weights, sftWeight);
      measures[arm] = { 'in form': await inFormShare(library, model) };
    }
    model.dispose();
    return measures;
  },
};
