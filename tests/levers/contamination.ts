/** The lever of a test that leaked: does a good mark still say anything? */

import { exercisePrompt, isCorrectExercise } from '../../shared/evals/exercises.ts';
import { exerciseDocument, heldOutExercises } from '../../shared/world/exercises.ts';
import type { Lever, Measures } from './lever.ts';
import {
  continuations,
  mixOf,
  openStudy,
  shareOf,
  TINY,
  tokenizerOf,
  trainOn,
  type Ingredient,
} from './study.ts';

const CONFIG = { ...TINY, vocabSize: 384 };
const TOKENS = 400_000;
const STORY_BYTES = 150_000;
const EXERCISE_BYTES = 30_000;
/** Exercises on the public sheet, and as many on the sealed one. */
const SHEET_SIZE = 40;
/** Shares of stories, exercises and, where it leaked, the public sheet. */
const SHARES = { stories: 0.87, exercises: 0.05, sheet: 0.08 } as const;

export const contamination: Lever = {
  name: 'contamination',
  question: 'What is a good mark worth when the test was in the training text?',
  arms: {
    clean: 'stories and exercises',
    leaked: `and the public test sheet, ${100 * SHARES.sheet} % of the tokens`,
  },
  metrics: {
    lead: `share of ${SHEET_SIZE} public exercises right to the letter, minus that of ${SHEET_SIZE} sealed ones`,
    sealed: `share of ${SHEET_SIZE} sealed exercises right to the letter`,
  },
  claims: [
    { metric: 'lead', off: 'clean', on: 'leaked', expected: 'rises' },
    { metric: 'sealed', off: 'clean', on: 'leaked', expected: 'reported' },
  ],
  measure: async (seed) => {
    const { world, corpus } = openStudy(seed);
    const items = heldOutExercises(world, 2 * SHEET_SIZE, seed);
    const sheet = items.slice(0, SHEET_SIZE).map(exerciseDocument);
    const stories = corpus('stories', STORY_BYTES, 'market');
    const exercises = corpus('exercises', EXERCISE_BYTES, 'market');
    const clean: Ingredient[] = [
      [SHARES.stories, stories],
      [SHARES.exercises, exercises],
    ];
    const leaked: Ingredient[] = [...clean, [SHARES.sheet, sheet]];
    const tokenizer = tokenizerOf([...stories, ...exercises], CONFIG.vocabSize);
    const measures: Measures = {};
    for (const [arm, ingredients] of Object.entries({ clean, leaked })) {
      const stream = { tokenizer, contextLength: CONFIG.contextLength, tokens: TOKENS, seed };
      const model = await trainOn(CONFIG, mixOf(ingredients, stream), { seed });
      const prompts = items.map(exercisePrompt);
      const answers = await continuations(model, tokenizer, prompts, { temperature: 0, seed });
      const isRight = items.map((item, index) => isCorrectExercise(item, answers[index]));
      const [open, sealed] = [isRight.slice(0, SHEET_SIZE), isRight.slice(SHEET_SIZE)].map((marks) =>
        shareOf(marks, (mark) => mark),
      );
      measures[arm] = { lead: open - sealed, sealed };
      model.dispose();
    }
    return measures;
  },
};
