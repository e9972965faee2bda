/** Gives a model an exercise and judges its completion by exact match. */

import { type Exercise, exerciseQuestion } from '../world/exercises.ts';
import type { Skill } from '../world/skills.ts';

/** The prompt, to stand at position 0 of its own row: "backwards: t i m p >". */
export function exercisePrompt(exercise: Exercise): string {
  return exerciseQuestion(exercise);
}

/** True when the completion is the answer and nothing else; white space at its ends is forgiven. */
export function isCorrectExercise(exercise: Exercise, completion: string): boolean {
  return completion.trim() === exercise.answer;
}

/** Share of right answers by skill; `completions[i]` continues the prompt of `exercises[i]`, a missing one is wrong. */
export function scoreSkills(
  exercises: readonly Exercise[],
  completions: readonly string[],
): Partial<Record<Skill, number>> {
  const right = new Map<Skill, boolean[]>();
  exercises.forEach((exercise, index) => {
    const judged = right.get(exercise.skill) ?? [];
    right.set(exercise.skill, [...judged, isCorrectExercise(exercise, completions[index] ?? '')]);
  });
  const shares = [...right].map(([skill, judged]) => [skill, judged.filter(Boolean).length / judged.length]);
  return Object.fromEntries(shares) as Partial<Record<Skill, number>>;
}
