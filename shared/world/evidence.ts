/** Evidence for an answer: the sentence in which the encyclopedia states a fact, and cards that teach a model to read it. */

import { createRandom, hashSeed, type Random } from '../random.ts';
import { answerTo, asksOf, dishSlots, type Ask } from './asks.ts';
import { FACT_SENTENCES, personSlots, type FactName } from './encyclopedia.ts';
import { DEMONSTRATION_PACKS, type AnswerStyle, type Demonstration } from './packs.ts';
import { rumoursOf } from './rumours.ts';
import { fill, type Slots } from './template.ts';
import type { World } from './types.ts';

/** A document of one sentence. */
export interface Evidence {
  fact: FactName;
  text: string;
  /** What it says, by the slots of its sentence. */
  slots: Slots;
}

interface Told {
  fact: FactName;
  /** The slots that answer the question. */
  answers: readonly string[];
}

/** Which fact answers each kind of question, if one of the encyclopedia does. */
const TOLD: Readonly<Record<string, Told>> = {
  'who-works': { fact: 'job', answers: ['person'] },
  'what-job': { fact: 'job', answers: ['job', 'town'] },
  'where-lives': { fact: 'home', answers: ['town'] },
  'which-pet': { fact: 'pet', answers: ['an_animal', 'animal', 'pet'] },
  'pet-name': { fact: 'pet', answers: ['pet'] },
  'which-dish': { fact: 'dish', answers: ['dish'] },
  'which-dislike': { fact: 'dislike', answers: ['dislike'] },
  'which-kin': { fact: 'kin', answers: ['kin'] },
  'how-to-make': { fact: 'recipe', answers: ['verb', 'Verb', 'ingredient', 'partner'] },
};

const documentOf = (fact: FactName, slots: Slots): Evidence => ({
  fact,
  text: fill(FACT_SENTENCES[fact], slots),
  slots,
});

/** Whether the encyclopedia has a sentence that answers it. */
export function isTold({ kind }: Ask): boolean {
  return TOLD[kind.id] !== undefined;
}

/** Whether a question that can be asked in both years has another answer in the second. */
export function hasChanged(before: Ask, after: Ask): boolean {
  const { answers } = TOLD[before.kind.id] ?? { answers: [] };
  return answers.some((slot) => before.slots[slot] !== after.slots[slot]);
}

/** The sentences of the encyclopedia, one for each fact that can be asked. */
export function bookShelf(world: World): Evidence[] {
  const ofPeople = world.people.flatMap((person) => {
    const slots = personSlots(world, person);
    return (['job', 'home', 'pet', 'dish', 'dislike', 'kin'] as const).map((fact) => documentOf(fact, slots));
  });
  return [...ofPeople, ...world.dishes.map(({ name }) => documentOf('recipe', dishSlots(world, name)))];
}

/** The same facts as rumours tell them: all wrong. */
export function gossipShelf(world: World): Evidence[] {
  return rumoursOf(world).map(({ fact, slots }) => documentOf(fact, slots));
}

/** A question as it is put to a model with a document before it. */
export function withEvidence(text: string, question: string): string {
  return `${text} ${question}`;
}

/** The same question where the document tells the truth: null when the document is about something else. */
export function askedOf(ask: Ask, { fact, slots }: Evidence): Ask | null {
  const told = TOLD[ask.kind.id];
  const template = ask.kind.questions.find((question) => fill(question, ask.slots) === ask.question);
  if (told?.fact !== fact || template === undefined) return null;
  const named = [...template.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot);
  if (!named.every((slot) => slots[slot] === ask.slots[slot])) return null;
  const answers = Object.fromEntries(told.answers.map((slot) => [slot, slots[slot]]));
  return { ...ask, slots: { ...ask.slots, ...answers } };
}

/** Share of the cards whose document is made up: only there a model has to read it, since it can't know the answer by heart. */
const MADE_UP_SHARE = 0.75;

/** And of those about something else: a search finds such, too, and then the model had better say what it knows (Zhang et al., RAFT, 2024). */
const BESIDE_SHARE = 0.2;

/** The question with its document: as it is, or with the answer to another question of its kind. */
function pose(ask: Ask, others: readonly Ask[], random: Random): Ask {
  const { answers } = TOLD[ask.kind.id];
  if (!random.chance(MADE_UP_SHARE)) return ask;
  const other = random.pick(others.filter(({ kind }) => kind.id === ask.kind.id));
  const swapped = Object.fromEntries(answers.map((slot) => [slot, other.slots[slot]]));
  return { ...ask, slots: { ...ask.slots, ...swapped } };
}

export interface EvidenceOptions {
  style: AnswerStyle;
  count: number;
  seed: number;
  /** Which questions may be drawn. */
  isOpen: (ask: Ask) => boolean;
}

/** Cards with a document before the question, and the answer that the document gives; none where no question is open. */
export function evidenceCards(
  world: World,
  { style, count, seed, isOpen }: EvidenceOptions,
): Pick<Demonstration, 'question' | 'answer'>[] {
  const random = createRandom(hashSeed(seed, 'evidence'));
  const asks = DEMONSTRATION_PACKS.flatMap((pack) =>
    pack === 'exercises' ? [] : asksOf(world, pack, 'train'),
  );
  const open = asks.filter((ask) => isTold(ask) && isOpen(ask));
  if (open.length === 0) return [];
  return Array.from({ length: count }, () => {
    const isBeside = random.chance(BESIDE_SHARE);
    const ask = isBeside ? random.pick(open) : pose(random.pick(open), open, random);
    const shown = isBeside ? random.pick(open) : ask;
    const { text } = documentOf(TOLD[shown.kind.id].fact, shown.slots);
    return { question: withEvidence(text, ask.question), answer: answerTo(world, ask, style, random) };
  });
}
