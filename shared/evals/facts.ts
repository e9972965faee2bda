/** Cloze items: the encyclopedia's own sentences, cut before the word that is the fact. */

import { createRandom, hashSeed } from '../random.ts';
import { dishSlots } from '../world/asks.ts';
import { CLOZE_COUNTS } from './counts.ts';
import { FACT_BLANKS, FACT_SENTENCES, type FactName, personSlots } from '../world/encyclopedia.ts';
import { fill, type Slots } from '../world/template.ts';
import type { World } from '../world/types.ts';

export interface Cloze {
  /** Ends before the answer, without a space: "The baker of Plimby is". */
  prompt: string;
  answer: string;
  /** The words that tell the fact wherever they stand together: who or what, and what is true of them. */
  words: readonly string[];
}

const FACT_WEIGHTS = Object.entries(CLOZE_COUNTS) as [FactName, number][];

/** Slots of the words that tell each fact. */
const TELLING: Readonly<Record<FactName, readonly string[]>> = {
  job: ['job', 'person'],
  home: ['person', 'town'],
  pet: ['person', 'animal'],
  dish: ['person', 'dish'],
  dislike: ['person', 'dislike'],
  kin: ['person', 'kin'],
  recipe: ['dish', 'partner'],
};

function clozeOf(fact: FactName, slots: Slots): Cloze {
  const blank = FACT_BLANKS[fact];
  const [before] = FACT_SENTENCES[fact].split(`{${blank}}`);
  return {
    prompt: fill(before, slots).trimEnd(),
    answer: slots[blank],
    words: TELLING[fact].map((slot) => slots[slot]),
  };
}

/** Whether a text tells one of these facts, in whatever way it puts it. */
export function tellsFact(clozes: readonly Cloze[]): (text: string) => boolean {
  const spread = (text: string): string => ` ${text.toLowerCase().replace(/[^a-z]+/g, ' ')} `;
  const facts = clozes.map(({ words }) => words.map(spread));
  return (text) => {
    const said = spread(text);
    return facts.some((words) => words.every((word) => said.includes(word)));
  };
}

/** Whom or what a fact can be asked of. */
function subjectsOf(world: World, fact: FactName): Slots[] {
  return fact === 'recipe'
    ? world.dishes.map((dish) => dishSlots(world, dish.name))
    : world.people.map((person) => personSlots(world, person));
}

/** 40 different items; the same world and seed give the same. */
export function makeClozes(world: World, seed: number): Cloze[] {
  const random = createRandom(hashSeed(seed, 'facts'));
  return FACT_WEIGHTS.flatMap(([fact, count]) =>
    random
      .shuffle(subjectsOf(world, fact))
      .slice(0, count)
      .map((slots) => clozeOf(fact, slots)),
  );
}

/** Every fact that is asked with the same words in both years, and has another answer now. */
export function changedClozes(before: World, now: World): Cloze[] {
  const all = (world: World): Cloze[] =>
    FACT_WEIGHTS.flatMap(([fact]) => subjectsOf(world, fact).map((slots) => clozeOf(fact, slots)));
  const answers = new Map(all(before).map(({ prompt, answer }) => [prompt, answer]));
  return all(now).filter(({ prompt, answer }) => (answers.get(prompt) ?? answer) !== answer);
}

/** True when the completion begins with the answer as whole words; what follows doesn't matter. */
export function isCorrectCloze(cloze: Pick<Cloze, 'answer'>, completion: string): boolean {
  const text = completion.trimStart();
  return text.startsWith(cloze.answer) && !/^[A-Za-z]/.test(text.slice(cloze.answer.length));
}
