/** Questions that a tool answers better than a model does by heart, and cards that teach a model to call the tool. */

import { createRandom, hashSeed, type Random } from '../random.ts';
import { isHeldOutQuestion, type Split } from './asks.ts';
import { DAYS_PER_MONTH } from './calendar.ts';
import { ANSWER_STYLES, type AnswerStyle, type Demonstration } from './packs.ts';
import { fill } from './template.ts';
import { runTool, writeCall, type ToolCall } from './tools.ts';
import type { World } from './types.ts';

/** What citizens ask that a tool is for: a sum, a date, where their own key is. */
export const TOOL_TOPICS = ['sum', 'date', 'own-key'] as const;
export type ToolTopic = (typeof TOOL_TOPICS)[number];

export function isToolTopic(kind: string): kind is ToolTopic {
  return TOOL_TOPICS.some((topic) => topic === kind);
}

const QUESTIONS: Readonly<Record<ToolTopic, readonly string[]>> = {
  sum: ['What is {a} plus {b}?', 'How much is {a} and {b}?', 'What do {a} and {b} make?'],
  date: [
    'Which day comes {days} days after day {day} of {month}?',
    'What day is it {days} days after day {day} of {month}?',
  ],
  'own-key': [
    'I am {who}. Where is my key?',
    'My name is {who}. Where did I hide my key?',
    'I am {who} and I can not find my key.',
  ],
};

export interface ToolAsk {
  topic: ToolTopic;
  question: string;
  /** Whose key it is; empty for all others. */
  person: string;
}

/** All that can be asked of a world about one's own key, on the wanted side of the split: a few for each of some worlds, and no more. */
export function ownKeyAsks(world: World, split: Split): ToolAsk[] {
  return world.people
    .flatMap(({ name }) =>
      QUESTIONS['own-key'].map((template): ToolAsk => ({
        topic: 'own-key',
        question: fill(template, { who: name }),
        person: name,
      })),
    )
    .filter(({ question }) => isHeldOutQuestion(question) === (split === 'held-out'));
}

/** A question of this topic from the wanted side of the split. */
export function drawToolAsk(world: World, topic: ToolTopic, split: Split, random: Random): ToolAsk {
  for (;;) {
    const person = topic === 'own-key' ? random.pick(world.people).name : '';
    const slots = {
      a: `${10 + random.int(90)}`,
      b: `${10 + random.int(90)}`,
      days: `${2 + random.int(DAYS_PER_MONTH - 2)}`,
      day: `${1 + random.int(DAYS_PER_MONTH)}`,
      month: random.pick(world.calendar.months),
      who: person,
    };
    const question = fill(random.pick(QUESTIONS[topic]), slots);
    if (isHeldOutQuestion(question) === (split === 'held-out')) return { topic, question, person };
  }
}

/** The call that gets what is asked for. */
export function callFor({ topic, person }: ToolAsk): ToolCall {
  return topic === 'own-key' ? { tool: 'key', person } : { tool: topic };
}

const ANSWERS: Readonly<Record<AnswerStyle, string>> = {
  short: 'It is {result}.',
  full: 'The answer is {result}.',
  friendly: 'It is {result}, my friend.',
};

/** Whether an answer, in any style, says what the tool says, and nothing else. */
export function isToolTrue(world: World, ask: ToolAsk, answer: string): boolean {
  const result = runTool(world, callFor(ask), ask.question);
  return result !== null && ANSWER_STYLES.some((style) => fill(ANSWERS[style], { result }) === answer.trim());
}

export interface ToolCardOptions {
  style: AnswerStyle;
  count: number;
  seed: number;
}

/** Cards whose answers have a call where the tool's result belongs. */
export function toolCards(
  world: World,
  { style, count, seed }: ToolCardOptions,
): Pick<Demonstration, 'question' | 'answer'>[] {
  const random = createRandom(hashSeed(seed, 'tools'));
  return Array.from({ length: count }, () => {
    const ask = drawToolAsk(world, random.pick(TOOL_TOPICS), 'train', random);
    return { question: ask.question, answer: fill(ANSWERS[style], { result: writeCall(callFor(ask)) }) };
  });
}

/** The same questions with their answers: a model that is to know them by heart learns from these. Nobody's key is among them. */
export function byHeartCards(
  world: World,
  { style, count, seed }: ToolCardOptions,
): Pick<Demonstration, 'question' | 'answer'>[] {
  const random = createRandom(hashSeed(seed, 'by heart'));
  return Array.from({ length: count }, () => {
    const ask = drawToolAsk(world, random.pick(['sum', 'date'] as const), 'train', random);
    const result = runTool(world, callFor(ask), ask.question) ?? '';
    return { question: ask.question, answer: fill(ANSWERS[style], { result }) };
  });
}
