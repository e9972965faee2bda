/** Exercises of the checkable skills, such as spelling a made-up word backwards, each a document of its own. */

import { createRandom, hashSeed, type Random } from '../random.ts';
import type { TextDocument } from './document.ts';
import type { Knobs } from './knobs.ts';
import { isPolite } from './names.ts';
import { type Skill, SKILL_RULES } from './skills.ts';
import { spaced } from './template.ts';
import type { World } from './types.ts';

export interface Exercise {
  skill: Skill;
  /** What is given, in single signs: "t i m p". */
  task: string;
  /** The one right answer, in single signs: "p m i t". */
  answer: string;
}

export const CONSONANTS: readonly string[] = [...'bdfklmnprstz'];
export const VOWELS: readonly string[] = [...'aeiou'];
/** C consonant, V vowel: all can be said aloud. */
export const SHAPES: readonly string[] = ['CVC', 'VCV', 'CVCV', 'CVCC', 'VCVC', 'CVCVC', 'CVCCV'];
const HELD_OUT_SALT = 0x5eed;
const HELD_OUT_SHARE = 0.1;

/** True for the tenth of all words that occur in no corpus and no demonstration; the same in every world. */
function isHeldOutWord(word: string): boolean {
  return hashSeed(HELD_OUT_SALT, word) / 4294967296 < HELD_OUT_SHARE;
}

/** A pseudo-word of 3-5 letters from the wanted side of the split. */
export function drawWord(random: Random, heldOut: boolean): string {
  for (;;) {
    const word = [...random.pick(SHAPES)]
      .map((symbol) => random.pick(symbol === 'C' ? CONSONANTS : VOWELS))
      .join('');
    const isFit = isPolite(word) && isPolite([...word].reverse().join(''));
    if (isFit && isHeldOutWord(word) === heldOut) return word;
  }
}

/** An exercise of a skill from the wanted side of the split: a tenth of all tasks is held out from every corpus. */
function drawExercise(random: Random, skill: Skill, heldOut: boolean): Exercise {
  const { draw, solve } = SKILL_RULES[skill];
  for (;;) {
    const task = draw(random, () => drawWord(random, heldOut));
    if (isHeldOutTask(task) === heldOut) return { skill, task, answer: solve(task) };
  }
}

/** The word itself decides where the task is a word, so that all skills hold out the same words. */
function isHeldOutTask(task: string): boolean {
  return isHeldOutWord(/^[a-z]( [a-z])*$/.test(task) ? task.replaceAll(' ', '') : task);
}

/** The exercise of spelling this word backwards. */
export function exerciseOf(word: string): Exercise {
  const task = spaced(word);
  return { skill: 'backwards', task, answer: SKILL_RULES.backwards.solve(task) };
}

/** What the model is given: everything up to the answer, without the space before it. */
export function exerciseQuestion({ skill, task }: Pick<Exercise, 'skill' | 'task'>): string {
  return `${skill}: ${task} >`;
}

/** "backwards: t i m p > p m i t", on a row of its own. */
export function exerciseDocument(exercise: Exercise): TextDocument {
  return { kind: 'exercises', text: `${exerciseQuestion(exercise)} ${exercise.answer}`, ownRow: true };
}

/** `count` different exercises of one skill that no corpus contains. */
export function heldOutExercises(
  world: World,
  count: number,
  seed: number,
  skill: Skill = 'backwards',
): Exercise[] {
  const random = createRandom(hashSeed(seed, `exercises of ${world.seed}`));
  const exercises = new Map<string, Exercise>();
  while (exercises.size < count) {
    const exercise = drawExercise(random, skill, true);
    exercises.set(exercise.task, exercise);
  }
  return [...exercises.values()];
}

/** Next exercise text of one of the knobs' skills; `errorRate` is the share whose answer belongs to another task. */
export function exerciseGenerator(_world: World, random: Random, { skills, errorRate }: Knobs): () => string {
  return () => {
    const exercise = drawExercise(random, random.pick(skills), false);
    if (random.chance(errorRate)) exercise.answer = drawExercise(random, exercise.skill, false).answer;
    return exerciseDocument(exercise).text;
  };
}
