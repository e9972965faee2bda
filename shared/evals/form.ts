/** Judges answers of a tuned model by exact rule: are they in form, and are they true? */

import { type Ask, askOf, slotValues } from '../world/asks.ts';
import { ASK_KINDS } from '../world/ask-kinds.ts';
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
 * Why an answer is not in form: it says nothing, breaks off before its end, has the right shape with a word that this world
 * doesn't know there, answers another kind of question, or is no answer that any card shows.
 */
export type FormFault = 'empty' | 'unfinished' | 'unknown' | 'other-question' | 'no-answer';

/** What any name, place or thing may look like. */
const ANY_WORDS = "[A-Za-z][A-Za-z' -]*?";

/** Why the answer is not in form; null where it is. */
export function formFault(
  world: World,
  { question }: Pick<Demonstration, 'question'>,
  answer: string,
): FormFault | null {
  const ask = askOf(world, question);
  if (ask !== null && styleOf(world, { question }, answer) !== null) return null;
  const text = tidy(answer);
  if (text === '') return 'empty';
  const fits = (kind: Ask['kind'], values: (slot: string) => string): boolean =>
    ANSWER_STYLES.some((style) =>
      kind.answers[style].some((template) => recognizer(template, values).test(text)),
    );
  if (ask !== null && fits(ask.kind, () => ANY_WORDS)) return 'unknown';
  if (!/[.!?]$/.test(text)) return 'unfinished';
  return ASK_KINDS.some((kind) => kind !== ask?.kind && fits(kind, () => ANY_WORDS))
    ? 'other-question'
    : 'no-answer';
}

/**
 * True when the answer is in form and everything in it holds: names, places, recipes, letters. Small talk has no facts: there
 * it is true when the answer speaks of what was asked.
 */
export function isTrue(world: World, { question }: Pick<Demonstration, 'question'>, answer: string): boolean {
  const ask = askOf(world, question);
  return ask !== null && isTrueFor(world, ask, answer);
}

/** The same where the truth about this question is what its slots say. */
export function isTrueFor(world: World, ask: Ask, answer: string): boolean {
  return formsOf(world, ask).some(({ pattern }) => {
    const groups = pattern.exec(tidy(answer))?.groups;
    if (groups === undefined) return pattern.test(tidy(answer));
    return Object.entries(groups).every(
      ([slot, value]) => slot.startsWith('any_') || ask.slots[slot] === value,
    );
  });
}
