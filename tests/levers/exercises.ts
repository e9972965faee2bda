/** Levers on how exercises stand in the mixture: how many, and whether each has a row of its own. */

import { exercisePrompt, isCorrectExercise } from '../../shared/evals/exercises.ts';
import type { LanguageModel } from '../../shared/lm/language-model.ts';
import type { Tokenizer } from '../../shared/tokenizer/bpe.ts';
import type { TextDocument } from '../../shared/world/document.ts';
import { heldOutExercises } from '../../shared/world/exercises.ts';
import type { Lever, Measures } from './lever.ts';
import {
  bitsPerByte,
  continuations,
  mixOf,
  openStudy,
  shareOf,
  TINY,
  tokenizerOf,
  trainOn,
  unseen,
  type Study,
} from './study.ts';

const CONFIG = { ...TINY, vocabSize: 384 };
const TOKENS = 400_000;
const STORY_BYTES = 150_000;
const EXERCISE_BYTES = 100_000;
const HELD_OUT_BYTES = 10_000;
const HELD_OUT_EXERCISES = 100;

/** Share of held-out exercises that the model answers right to the letter, taking the likeliest token each time. */
async function exactMatch(
  { world, seed }: Study,
  model: LanguageModel,
  tokenizer: Tokenizer,
): Promise<number> {
  const exercises = heldOutExercises(world, HELD_OUT_EXERCISES, seed);
  const answers = await continuations(model, tokenizer, exercises.map(exercisePrompt), {
    temperature: 0,
    seed,
  });
  return shareOf(exercises, (exercise, index) => isCorrectExercise(exercise, answers[index]));
}

interface Arm {
  exerciseShare: number;
  /** Packs exercises into running text, as prose is. */
  isPacked?: boolean;
}

/** Each arm reads as many tokens of the same stories and exercises, in its own shares. */
async function measureArms(seed: number, arms: Readonly<Record<string, Arm>>): Promise<Measures> {
  const study = openStudy(seed);
  const stories = study.corpus('stories', STORY_BYTES, 'market');
  const exercises = study.corpus('exercises', EXERCISE_BYTES, 'market');
  const heldOut = unseen(study.corpus('stories', HELD_OUT_BYTES, 'held-out'), stories);
  const tokenizer = tokenizerOf([...stories, ...exercises], CONFIG.vocabSize);
  const measures: Measures = {};
  for (const [arm, { exerciseShare, isPacked = false }] of Object.entries(arms)) {
    const laid = exercises.map((document): TextDocument => ({ ...document, ownRow: !isPacked }));
    const rows = mixOf(
      [
        [1 - exerciseShare, stories],
        [exerciseShare, laid],
      ],
      { tokenizer, contextLength: CONFIG.contextLength, tokens: TOKENS, seed },
    );
    const model = await trainOn(CONFIG, rows, { seed });
    measures[arm] = {
      'exact match': await exactMatch(study, model, tokenizer),
      'bits per byte': await bitsPerByte(model, tokenizer, heldOut),
    };
    model.dispose();
  }
  return measures;
}

const EXACT_MATCH = 'share of 100 held-out exercises right to the letter';

export const mixSkill: Lever = {
  name: 'mix-skill',
  question: 'Does a model learn a skill when more exercises are in the mix, and what does it pay?',
  arms: { '2 %': '2 % of the tokens are exercises', '30 %': '30 % of the tokens are exercises' },
  metrics: { 'exact match': EXACT_MATCH, 'bits per byte': 'surprise at held-out stories, bits per byte' },
  claims: [
    { metric: 'exact match', off: '2 %', on: '30 %', expected: 'rises' },
    { metric: 'bits per byte', off: '2 %', on: '30 %', expected: 'rises' },
  ],
  measure: (seed) => measureArms(seed, { '2 %': { exerciseShare: 0.02 }, '30 %': { exerciseShare: 0.3 } }),
};

export const packing: Lever = {
  name: 'packing',
  question: 'Do exercises have to stand on rows of their own?',
  arms: {
    packed: '30 % exercises, joined into running text',
    'own rows': '30 % exercises, each at the start of a row of its own',
  },
  metrics: { 'exact match': EXACT_MATCH },
  claims: [{ metric: 'exact match', off: 'packed', on: 'own rows', expected: 'rises' }],
  measure: (seed) =>
    measureArms(seed, {
      packed: { exerciseShare: 0.3, isPacked: true },
      'own rows': { exerciseShare: 0.3 },
    }),
};
