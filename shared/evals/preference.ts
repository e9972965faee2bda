/** Judges sampled answers by what raters look for: is it friendly, is it true? And gives raters their evidence. */

import { askOf } from '../world/asks.ts';
import type { Demonstration } from '../world/packs.ts';
import { fill } from '../world/template.ts';
import type { Principle, Trait } from '../world/traits.ts';
import type { World } from '../world/types.ts';
import { inForm, isTrue, styleOf } from './form.ts';

/** Packs whose answers the world can prove right or wrong. */
const PROVABLE: readonly Demonstration['pack'][] = ['facts', 'recipes'];

/** Whether truth can be asked of this question. */
export function isProvable({ pack }: Pick<Demonstration, 'pack'>): boolean {
  return PROVABLE.includes(pack);
}

/** True for an answer in form that is put in a friendly way, whether true or not. */
export function isKind(world: World, question: Demonstration, answer: string): boolean {
  return styleOf(world, question, answer) === 'friendly';
}

/** Whether the answer has the trait. */
export function hasTrait(world: World, trait: Trait, question: Demonstration, answer: string): boolean {
  return trait === 'kind' ? isKind(world, question, answer) : isTrue(world, question, answer);
}

/** Whether the answer keeps to a written principle. */
export function keepsTo(
  world: World,
  principle: Principle,
  question: Demonstration,
  answer: string,
): boolean {
  if (principle === 'true') return isTrue(world, question, answer);
  return styleOf(world, question, answer) === principle;
}

/** What the world says to this question, as one sentence; empty where there is no fact to know. */
export function evidenceFor(world: World, question: Demonstration): string {
  const ask = isProvable(question) ? askOf(world, question.question) : null;
  return ask === null ? '' : fill(ask.kind.answers.full[0], ask.slots);
}

export interface PreferenceScores {
  /** Share of answers that are friendly, and in form. */
  kindShare: number;
  /** Share of true answers to questions about facts and recipes. */
  trueShare: number;
  inFormShare: number;
  /** Different answers / answers. */
  variety: number;
}

/** `answers[i]` was given to `questions[i]`; a question may come more than once. */
export function scorePreference(
  world: World,
  questions: readonly Demonstration[],
  answers: readonly string[],
): PreferenceScores {
  const share = (places: number[], holds: (question: Demonstration, answer: string) => boolean): number =>
    places.length === 0 ? 0 : places.filter((i) => holds(questions[i], answers[i])).length / places.length;
  const all = questions.map((_, index) => index);
  const provable = all.filter((index) => isProvable(questions[index]));
  return {
    kindShare: share(all, (question, answer) => isKind(world, question, answer)),
    trueShare: share(provable, (question, answer) => isTrue(world, question, answer)),
    inFormShare: share(all, (question, answer) => inForm(world, question, answer)),
    variety: answers.length === 0 ? 0 : new Set(answers).size / answers.length,
  };
}
