/** Judges answers of a tuned model by exact rule: are they in form, and are they true? */

import { type Ask, askOf, slotValues } from '../world/asks.ts';
import { ANSWER_STYLES, type AnswerStyle, type Demonstration } from '../world/packs.ts';
import { oneOf, recognizer } from '../world/template.ts';
import type { World } from '../world/types.ts';

const LETTERS = '[a-z](?: [a-z])*';

interface Form {
  style: AnswerStyle;
  pattern: RegExp;
}

/** Recognizers of a world by kind of question; made once, since a suite asks for the same kinds again and again. */
const formsOfWorld = new WeakMap<World, Map<string, Form[]>>();

function formsOf(world: World, ask: Ask): Form[] {
  const known = formsOfWorld.get(world) ?? new Map<string, Form[]>();
  formsOfWorld.set(world, known);
  let made = known.get(ask.kind.id);
  if (made === undefined) {
    const values = (slot: string): string =>
      slot === 'letters' || slot === 'reversed' ? LETTERS : oneOf(slotValues(world, slot));
    made = ANSWER_STYLES.flatMap((style) =>
      ask.kind.answers[style].map((template) => ({ style, pattern: recognizer(template, values) })),
    );
    known.set(ask.kind.id, made);
  }
  return made;
}

function tidy(answer: string): string {
  return answer.trim().replace(/\s+/g, ' ');
}

/**
 * True when the answer, in any style, is one that this kind of question can have in this world, whether true or not.
 * White space at the ends and doubled spaces are forgiven, nothing else. False for a question the world doesn't know.
 */
export function inForm(world: World, question: Demonstration, answer: string): boolean {
  return styleOf(world, question, answer) !== null;
}

/** The style of an answer in form, or null for one that isn't. */
export function styleOf(
  world: World,
  { question }: Pick<Demonstration, 'question'>,
  answer: string,
): AnswerStyle | null {
  const ask = askOf(world, question);
  if (ask === null) return null;
  return formsOf(world, ask).find(({ pattern }) => pattern.test(tidy(answer)))?.style ?? null;
}

/**
 * True when the answer is in form and everything in it holds: names, places, recipes, letters. Small talk has no facts: there
 * it is true when the answer speaks of what was asked.
 */
export function isTrue(world: World, question: Demonstration, answer: string): boolean {
  const ask = askOf(world, question.question);
  if (ask === null) return false;
  return formsOf(world, ask).some(({ pattern }) => {
    const groups = pattern.exec(tidy(answer))?.groups;
    if (groups === undefined) return pattern.test(tidy(answer));
    return Object.entries(groups).every(
      ([slot, value]) => slot.startsWith('any_') || ask.slots[slot] === value,
    );
  });
}
