/** The checkable skill: spelling made-up words backwards, each exercise a document of its own. */

import { createRandom, hashSeed, type Random } from '../random.ts';
import type { TextDocument } from './document.ts';
import type { Knobs } from './knobs.ts';
import { isPolite } from './names.ts';
import { spaced } from './template.ts';
import type { World } from './types.ts';

export interface Exercise {
  word: string;
  /** The word's letters in reverse with single spaces: "p m i t". */
  answer: string;
}

export const CONSONANTS: readonly string[] = [...'bdfklmnprstz'];
export const VOWELS: readonly string[] = [...'aeiou'];
/** C consonant, V vowel: all can be said aloud. */
export const SHAPES: readonly string[] = ['CVC', 'VCV', 'CVCV', 'CVCC', 'VCVC', 'CVCVC', 'CVCCV'];
const HELD_OUT_SALT = 0x5eed;
const HELD_OUT_SHARE = 0.1;

/** True for the tenth of all words that occur in no corpus and no demonstration; the same in every world. */
export function isHeldOutWord(word: string): boolean {
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

export function exerciseOf(word: string): Exercise {
  return { word, answer: spaced([...word].reverse().join('')) };
}

/** What the model is given: everything up to the answer, without the space before it. */
export function exerciseQuestion(exercise: Exercise): string {
  return `backwards: ${spaced(exercise.word)} >`;
}

/** "backwards: t i m p > p m i t", on a row of its own. */
export function exerciseDocument(exercise: Exercise): TextDocument {
  return { kind: 'exercises', text: `${exerciseQuestion(exercise)} ${exercise.answer}`, ownRow: true };
}

/** `count` different exercises that no corpus contains. */
export function heldOutExercises(world: World, count: number, seed: number): Exercise[] {
  const random = createRandom(hashSeed(seed, `exercises of ${world.seed}`));
  const words = new Set<string>();
  while (words.size < count) words.add(drawWord(random, true));
  return [...words].map(exerciseOf);
}

/** Next exercise text; `errorRate` is the share with two letters of the answer swapped. */
export function exerciseGenerator(_world: World, random: Random, knobs: Knobs): () => string {
  return () => {
    const exercise = exerciseOf(drawWord(random, false));
    if (random.chance(knobs.errorRate)) {
      const letters = exercise.answer.split(' ');
      [letters[0], letters[1]] = [letters[1], letters[0]];
      exercise.answer = letters.join(' ');
    }
    return exerciseDocument(exercise).text;
  };
}
