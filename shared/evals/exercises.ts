/** Gives a model an exercise and judges its completion by exact match. */

import { type Exercise, exerciseQuestion } from '../world/exercises.ts';

/** The prompt, to stand at position 0 of its own row: "backwards: t i m p >". */
export function exercisePrompt(exercise: Exercise): string {
  return exerciseQuestion(exercise);
}

/** True when the completion is the answer and nothing else; white space at its ends is forgiven. */
export function isCorrectExercise(exercise: Exercise, completion: string): boolean {
  return completion.trim() === exercise.answer;
}
