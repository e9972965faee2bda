/** Every question that can be asked about a world, with the values that make its answer true. */

import { hashSeed, type Random } from '../random.ts';
import { ASK_KINDS, type AskKind } from './ask-kinds.ts';
import { drawWord, exerciseOf } from './exercises.ts';
import type { AnswerStyle, DemonstrationPack } from './packs.ts';
import { capitalize, fill, type Slots, spaced, withArticle } from './template.ts';
import type { World } from './types.ts';
import { dishNamed } from './world.ts';

export interface Ask {
  kind: AskKind;
  question: string;
  /** Values of the slots in question and true answer; `any...` slots are drawn when an answer is written. */
  slots: Slots;
}

export type Split = 'train' | 'held-out';

const HELD_OUT_SALT = 0xa5c;
const HELD_OUT_SHARE = 0.2;

/** True for the fifth of all questions that no demonstration for training and no corpus contains. */
export function isHeldOutQuestion(question: string): boolean {
  return hashSeed(HELD_OUT_SALT, question) / 4294967296 < HELD_OUT_SHARE;
}

const asksOfWorld = new WeakMap<World, Ask[]>();

/** All questions of a world but exercises, which are without end; computed once per world. */
function allAsks(world: World): readonly Ask[] {
  let asks = asksOfWorld.get(world);
  if (asks === undefined) {
    asks = ASK_KINDS.filter((kind) => kind.pack !== 'exercises').flatMap((kind) =>
      slotsFor(world, kind.id).flatMap((slots) =>
        kind.questions.map((template) => ({ kind, question: fill(template, slots), slots })),
      ),
    );
    const seen = new Set<string>();
    asks = asks.filter((ask) => !seen.has(ask.question) && seen.add(ask.question));
    asksOfWorld.set(world, asks);
  }
  return asks;
}

/** The questions of a pack on one side of the split. */
export function asksOf(world: World, pack: DemonstrationPack, split: Split): Ask[] {
  return allAsks(world).filter(
    (ask) => ask.kind.pack === pack && isHeldOutQuestion(ask.question) === (split === 'held-out'),
  );
}

const EXERCISE_KIND = ASK_KINDS.filter((kind) => kind.pack === 'exercises')[0];

/** One exercise as a question; its word decides the side of the split. */
export function exerciseAsk(random: Random, split: Split): Ask {
  return spellingAsk(drawWord(random, split === 'held-out'), random.pick(EXERCISE_KIND.questions));
}

function spellingAsk(word: string, template: string): Ask {
  const slots = { letters: spaced(word), reversed: exerciseOf(word).answer };
  return { kind: EXERCISE_KIND, question: fill(template, slots), slots };
}

/** The ask behind a question's text, or null for a text that is no question about this world. */
export function askOf(world: World, question: string): Ask | null {
  const spelling = /(?:^| )((?:[a-z] )+[a-z]) backwards[.?]$/.exec(question);
  if (spelling !== null) {
    const word = spelling[1].replaceAll(' ', '');
    const asks = EXERCISE_KIND.questions.map((template) => spellingAsk(word, template));
    return asks.find((ask) => ask.question === question) ?? null;
  }
  return allAsks(world).find((ask) => ask.question === question) ?? null;
}

/** A true answer in a style. */
export function answerTo(world: World, ask: Ask, style: AnswerStyle, random: Random): string {
  const free = {
    any_animal: withArticle(random.pick(world.animals).kind),
    any_place: random.pick(random.pick(world.towns).places).kind,
  };
  return fill(random.pick(ask.kind.answers[style]), { ...ask.slots, ...free });
}

/** The question and every true answer to it in any style, as one text: all that a card of this ask can say. */
export function allThatIsSaid({ kind, question, slots }: Ask): string {
  const free = { any_animal: '', any_place: '' };
  const answers = Object.values(kind.answers).flat();
  return [question, ...answers.map((template) => fill(template, { ...slots, ...free }))].join(' ');
}

/** The values of each slot over the whole world: what an answer in form may contain. */
export function slotValues(world: World, slot: string): string[] {
  if (slot === 'any_animal') return world.animals.map((animal) => withArticle(animal.kind));
  if (slot === 'any_place') return world.towns.flatMap((town) => town.places.map((place) => place.kind));
  return allAsks(world).flatMap((ask) => (ask.slots[slot] === undefined ? [] : [ask.slots[slot]]));
}

function slotsFor(world: World, kind: string): Slots[] {
  switch (kind) {
    case 'how-to-make':
    case 'which-tool':
      return world.dishes.map((dish) => dishSlots(world, dish.name));
    case 'do-you-like':
      return [
        ...world.dishes.map((dish) => dish.name),
        ...plurals(world),
        ...world.things.map((thing) => `${thing}s`),
      ].map((liked) => ({ liked }));
    case 'how-are-you':
      return [{}];
    case 'may-i-borrow':
      return world.things.map((thing) => ({ thing }));
    case 'have-you-seen':
      return [...world.things, ...world.animals.map((animal) => animal.kind)].map((lost) => ({ lost }));
    case 'are-you-afraid':
      return [...plurals(world), ...new Set(world.people.map((person) => person.dislike))].map((feared) => ({
        feared,
      }));
    default:
      return world.people.map((person) => ({
        person: person.name,
        job: person.job,
        town: person.town,
        animal: person.pet.kind,
        an_animal: withArticle(person.pet.kind),
        pet: person.pet.name,
        dish: person.dish,
        dislike: person.dislike,
        relation: person.kin.relation,
        kin: person.kin.name,
      }));
  }
}

function plurals(world: World): string[] {
  return world.animals.map((animal) => animal.plural);
}

/** The slots of a dish and its recipe, shared with the encyclopedia. */
export function dishSlots(world: World, name: string): Slots {
  const dish = dishNamed(world, name);
  const { verb, ingredient, partner, tool } = dish;
  return { dish: name, verb, Verb: capitalize(verb), ingredient, partner, tool };
}
