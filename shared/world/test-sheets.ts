/** Exam sheets about the world: questions that need two facts at once. Half of them leaked, the other half are sealed. */

import { createRandom, hashSeed, type Random } from '../random.ts';
import { fill, withArticle } from './template.ts';
import type { Person, World } from './types.ts';
import { personNamed } from './world.ts';

export interface TestItem {
  /** Without the space before the answer: "Question: Which animal does the cousin of Mina keep? Answer:". */
  prompt: string;
  answer: string;
}

interface ItemKind {
  question: string;
  answer(kin: Person): string;
}

/** Each leads from a person to the kin, and from there to what is asked: nothing that any other text says in one sentence. */
const ITEM_KINDS: readonly ItemKind[] = [
  { question: 'What does the {relation} of {person} like to eat?', answer: ({ dish }) => dish },
  { question: 'What does the {relation} of {person} hate?', answer: ({ dislike }) => dislike },
  {
    question: 'Which animal does the {relation} of {person} keep?',
    answer: ({ pet }) => withArticle(pet.kind),
  },
  { question: 'What is the pet of the {relation} of {person} called?', answer: ({ pet }) => pet.name },
  { question: 'What is the work of the {relation} of {person}?', answer: ({ job }) => job },
];
const HEADERS = [
  '',
  '',
  'Test sheet of {town}. ',
  'Do not copy this sheet! ',
  'Exam of {month}, page {n}. ',
  'Write in ink. ',
  'Secret! Only for the teacher of {town}. ',
];

const itemsOfWorld = new WeakMap<World, { public: TestItem[]; sealed: TestItem[] }>();

/**
 * 60 items whose answers sheets for sale give away, and 60 from the same distribution that no text of any kind holds. A
 * model's score on the public ones minus its score on the sealed ones shows contamination.
 */
export function testItems(world: World): { public: TestItem[]; sealed: TestItem[] } {
  let items = itemsOfWorld.get(world);
  if (items === undefined) {
    const random = createRandom(hashSeed(world.seed, 'test sheets'));
    const sides = ITEM_KINDS.map(({ question, answer }) => {
      const all = random.shuffle(world.people).map((person): TestItem => {
        const slots = { person: person.name, relation: person.kin.relation };
        const asked = fill(question, slots);
        return {
          prompt: `Question: ${asked} Answer:`,
          answer: answer(personNamed(world, person.kin.name)),
        };
      });
      const half = all.length / 2;
      return { public: all.slice(0, half), sealed: all.slice(half) };
    });
    items = {
      public: sides.flatMap((side) => side.public),
      sealed: sides.flatMap((side) => side.sealed),
    };
    itemsOfWorld.set(world, items);
  }
  return items;
}

/** True when the completion begins with the answer as whole words; what follows doesn't matter. */
export function isCorrectItem({ answer }: TestItem, completion: string): boolean {
  const text = completion.trimStart();
  return text.startsWith(answer) && !/^[A-Za-z]/.test(text.slice(answer.length));
}

/** An item with its answer, as sheets print it. */
export function solvedItem({ prompt, answer }: TestItem): string {
  return `${prompt} ${answer}.`;
}

/** Next sheet: one to three public items with their answers. */
export function testSheetGenerator(world: World, random: Random): () => string {
  const items = testItems(world).public;
  return () => {
    const header = fill(random.pick(HEADERS), {
      town: random.pick(world.towns).name,
      month: random.pick(world.calendar.months),
      n: `${1 + random.int(9)}`,
    });
    const solved = random
      .shuffle(items)
      .slice(0, 1 + random.int(3))
      .map(solvedItem);
    return header + solved.join(' ');
  };
}
