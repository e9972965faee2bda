/** The test suite of a match: prompts for a model, and the scores of its completions by exact rule. */

import { createRandom, hashSeed } from '../random.ts';
import { generateDemonstrations } from '../world/demonstrations.ts';
import { type Exercise, heldOutExercises } from '../world/exercises.ts';
import { storyOpenings } from '../world/stories.ts';
import { DEMONSTRATION_PACKS, type Demonstration } from '../world/packs.ts';
import type { World } from '../world/types.ts';
import { EXERCISE_COUNT, QUESTIONS_PER_PACK } from './counts.ts';
import { isCorrectExercise } from './exercises.ts';
import { type Cloze, isCorrectCloze, makeClozes } from './facts.ts';
import { inForm, isTrue } from './form.ts';

export interface EvalSuite {
  /** The world that answers are judged by; like the whole suite it stays on the server. */
  world: World;
  /** The first words of a story of each of the world's eight plots. */
  storyOpeners: string[];
  exercises: Exercise[];
  facts: Cloze[];
  /** Held-out questions with a true answer each, as many of each pack. */
  questions: Demonstration[];
}

export interface Score {
  /** correct / total. */
  score: number;
  correct: number;
  total: number;
}

const STORY_OPENER_WORDS = 4;

/** The suite for a world; the same seed gives the same suite. Nothing in it but story openers occurs in any corpus whole. */
export function buildSuite(world: World, seed: number): EvalSuite {
  return {
    world,
    storyOpeners: storyOpenings(world, createRandom(hashSeed(seed, 'story openers')), STORY_OPENER_WORDS),
    exercises: heldOutExercises(world, EXERCISE_COUNT, seed),
    facts: makeClozes(world, seed),
    questions: DEMONSTRATION_PACKS.flatMap((pack) =>
      generateDemonstrations(world, {
        pack,
        style: 'full',
        count: QUESTIONS_PER_PACK,
        seed,
        split: 'held-out',
      }),
    ),
  };
}

function scoreOf(total: number, isCorrect: (index: number) => boolean): Score {
  let correct = 0;
  for (let i = 0; i < total; i++) if (isCorrect(i)) correct++;
  return { score: total === 0 ? 0 : correct / total, correct, total };
}

/** `completions[i]` continues `exercisePrompt(suite.exercises[i])`; a missing completion is wrong. */
export function scoreExercises(suite: EvalSuite, completions: readonly string[]): Score {
  return scoreOf(suite.exercises.length, (i) => isCorrectExercise(suite.exercises[i], completions[i] ?? ''));
}

/** `completions[i]` continues `suite.facts[i].prompt`. */
export function scoreFacts(suite: EvalSuite, completions: readonly string[]): Score {
  return scoreOf(suite.facts.length, (i) => isCorrectCloze(suite.facts[i], completions[i] ?? ''));
}

/** Share of `answers[i]` to `suite.questions[i]` that are in form, true or not. */
export function scoreForm(suite: EvalSuite, answers: readonly string[]): Score {
  return scoreOf(suite.questions.length, (i) => inForm(suite.world, suite.questions[i], answers[i] ?? ''));
}

/** Share of answers that are in form and true. */
export function scoreTruth(suite: EvalSuite, answers: readonly string[]): Score {
  return scoreOf(suite.questions.length, (i) => isTrue(suite.world, suite.questions[i], answers[i] ?? ''));
}
