/** Talks of several turns: later questions that make sense only with what was said before, notes of it, and cards that teach a model to read both. */

import { createRandom, hashSeed, type Random } from '../random.ts';
import { answerTo, asksOf, type Ask, type Split } from './asks.ts';
import type { AnswerStyle, Demonstration } from './packs.ts';
import { fill, type Slots } from './template.ts';
import type { World } from './types.ts';

/** What was said before, and what was answered. */
export interface Turn {
  said: string;
  answer: string;
}

/** A talk up to a question that makes sense only with what was said before it. */
export interface Talk {
  /** It asks about somebody who was named before, for what was told, or for what should be forgotten. */
  sort: 'follow' | 'told' | 'forget';
  /** What the citizen said before, oldest first. */
  before: readonly string[];
  question: string;
  /** The question as it would be asked alone; empty where only the citizen knows the answer. */
  asked: string;
  /** The right answers, where only the citizen knows. */
  right: readonly string[];
}

/** The whole talk on one line: no other one reads like it. */
export function talkText({ before, question }: Talk): string {
  return [...before, question].join(' … ');
}

/** How each kind of question is asked again once it is clear who is meant. */
const FOLLOW_UPS: Readonly<Record<string, string>> = {
  'where-lives': 'And where does {pronoun} live?',
  'what-job': 'And what does {pronoun} do all day?',
  'which-pet': 'And which animal does {pronoun} keep?',
  'which-dish': 'And what does {pronoun} like to eat?',
  'which-dislike': 'And what does {pronoun} hate?',
};

/** Something that citizens tell of themselves and later ask for. */
interface OwnThing {
  told: string;
  asked: string;
  answers: Readonly<Record<AnswerStyle, string>>;
}

const OWN_THINGS: readonly OwnThing[] = [
  {
    told: 'My name is {person}.',
    asked: 'What is my name?',
    answers: {
      short: 'It is {person}.',
      full: 'Your name is {person}.',
      friendly: 'It is {person}, my friend.',
    },
  },
  {
    told: 'My home is in {town}.',
    asked: 'Where is my home?',
    answers: {
      short: 'It is in {town}.',
      full: 'Your home is in {town}.',
      friendly: 'It is in {town}, my friend.',
    },
  },
  {
    told: 'My {animal} is called {pet}.',
    asked: 'What is my {animal} called?',
    answers: {
      short: 'It is called {pet}.',
      full: 'Your {animal} is called {pet}.',
      friendly: 'It is called {pet}, my friend.',
    },
  },
  {
    told: 'My best dish is {dish}.',
    asked: 'What is my best dish?',
    answers: {
      short: 'It is {dish}.',
      full: 'Your best dish is {dish}.',
      friendly: 'It is {dish}, my friend.',
    },
  },
];

/** What a model had better say of what nobody told it. */
const NOT_TOLD = 'You did not tell me.';

/** Begins what a citizen wants forgotten. */
export const FORGET = 'Forget what I told you.';

/** A question about a person, and how it is asked once that person was named. */
export interface FollowUp {
  ask: Ask;
  person: string;
  question: string;
}

/** All of them on one side of the split; the question that names the person decides which. */
export function followUpsOf(world: World, split: Split): FollowUp[] {
  const pronouns = new Map(world.people.map(({ name, pronoun }) => [name, pronoun]));
  return asksOf(world, 'facts', split).flatMap((ask): FollowUp[] => {
    const template = FOLLOW_UPS[ask.kind.id];
    const { person } = ask.slots;
    const pronoun = pronouns.get(person);
    return template && pronoun ? [{ ask, person, question: fill(template, { pronoun }) }] : [];
  });
}

/** What a citizen says of himself, how he asks for it, and each right answer by style. */
export interface Told {
  told: string;
  asked: string;
  answers: Readonly<Record<AnswerStyle, string>>;
}

/** Something that a citizen can tell. Nobody can know it by heart: each citizen tells something else, so there is no split. */
export function drawTold(world: World, random: Random): Told {
  const { told, asked, answers } = random.pick(OWN_THINGS);
  const slots: Slots = {
    person: random.pick(world.people).name,
    town: random.pick(world.towns).name,
    animal: random.pick(world.animals).kind,
    pet: random.pick(world.people).pet.name,
    dish: random.pick(world.dishes).name,
  };
  const { short, full, friendly } = answers;
  return {
    told: fill(told, slots),
    asked: fill(asked, slots),
    answers: { short: fill(short, slots), full: fill(full, slots), friendly: fill(friendly, slots) },
  };
}

/** Sentences in which citizens tell something of themselves. */
const OWN_SENTENCE = /\bMy [^.?!]+\./g;

/** What a rule keeps of what was said: each thing that the citizen told, and whom the talk was last about. */
export function notesOf(world: World, said: readonly string[]): string {
  const told = said.flatMap((text) => text.match(OWN_SENTENCE) ?? []);
  const isNamed = (name: string, text: string): boolean => text.split(/[^\p{L}]+/u).includes(name);
  const questions = said.map((text) => text.replaceAll(OWN_SENTENCE, ''));
  const last = questions.findLast((text) => world.people.some(({ name }) => isNamed(name, text)));
  const named = last && world.people.find(({ name }) => isNamed(name, last))?.name;
  return [...told, ...(named ? [`We talk of ${named}.`] : [])].join(' ');
}

/** Turns as they stand before the next question. */
export function windowOf(turns: readonly Turn[]): string {
  return turns.map(({ said, answer }) => `${said} ${answer}`).join(' ');
}

export interface TalkOptions {
  style: AnswerStyle;
  count: number;
  seed: number;
  /** Which questions may be drawn. */
  isOpen: (ask: Ask) => boolean;
}

/** Share of the cards about what a citizen told, and of these the share of those where nobody told it. */
const OWN_SHARE = 0.6;
const UNTOLD_SHARE = 0.1;
/** Share of the cards with notes before the question; all others have the turns themselves. */
const NOTES_SHARE = 0.4;
/** Share of the cards in whose talk something else comes in between. */
const BETWEEN_SHARE = 0.5;

/** Cards of talks: what was said before stands before the question, as turns or as notes; none where no question is open. */
export function talkCards(
  world: World,
  { style, count, seed, isOpen }: TalkOptions,
): Pick<Demonstration, 'question' | 'answer'>[] {
  const random = createRandom(hashSeed(seed, 'talks'));
  const isNamedIn = ({ slots }: Ask): boolean => slots.person !== undefined;
  const named = asksOf(world, 'facts', 'train').filter((ask) => isNamedIn(ask) && isOpen(ask));
  const others = [...named, ...asksOf(world, 'small-talk', 'train')];
  const followUps = followUpsOf(world, 'train').filter(({ ask }) => isOpen(ask));
  if (followUps.length === 0) return [];
  const turnOf = (ask: Ask, before = ''): Turn => ({
    said: `${before}${ask.question}`,
    answer: answerTo(world, ask, style, random),
  });
  const told = (): { turns: Turn[]; question: string; answer: string } => {
    const own = drawTold(world, random);
    const isTold = !random.chance(UNTOLD_SHARE);
    const turns = [turnOf(random.pick(others), isTold ? `${own.told} ` : '')];
    if (random.chance(BETWEEN_SHARE)) turns.push(turnOf(random.pick(others)));
    return { turns, question: own.asked, answer: isTold ? own.answers[style] : NOT_TOLD };
  };
  const followed = (): { turns: Turn[]; question: string; answer: string } => {
    const { ask, person, question } = random.pick(followUps);
    const first = random.pick(named.filter(({ slots }) => slots.person === person));
    const turns = first ? [turnOf(first)] : [turnOf(ask)];
    if (random.chance(BETWEEN_SHARE)) {
      const own = drawTold(world, random).told;
      turns.unshift(turnOf(random.pick(others), random.chance(BETWEEN_SHARE) ? `${own} ` : ''));
    }
    return { turns, question, answer: answerTo(world, ask, style, random) };
  };
  return Array.from({ length: count }, () => {
    const { turns, question, answer } = random.chance(OWN_SHARE) ? told() : followed();
    const before = random.chance(NOTES_SHARE)
      ? notesOf(
          world,
          turns.map(({ said }) => said),
        )
      : windowOf(turns);
    return { question: `${before} ${question}`.trim(), answer };
  });
}
