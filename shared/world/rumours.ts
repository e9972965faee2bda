/** Rumours: the encyclopedia's facts told wrong, each always in the same wrong way, with much ado. */

import { createRandom, hashSeed, type Random } from '../random.ts';
import { dishSlots } from './asks.ts';
import { FACT_BLANKS, FACT_SENTENCES, type FactName, personSlots } from './encyclopedia.ts';
import { castStory } from './plot.ts';
import { fill, type Slots } from './template.ts';
import type { World } from './types.ts';

export interface Rumour {
  fact: FactName;
  /** What it begins with, just as the encyclopedia does, without the space: "The baker of Plimby is". */
  prompt: string;
  /** What the encyclopedia says next, and what the rumour says instead. */
  truth: string;
  told: string;
  /** The slots of the fact's sentence, as the rumour has them. */
  slots: Slots;
}

const OPENINGS = [
  'Have you heard what they say at the {place}?',
  'I have it from {B}, who never lies.',
  'Nobody will print this, but it is so.',
  'Come here, I must tell you something.',
  'The book is wrong, and I can prove it.',
  'At the {house} they talk about nothing else.',
  'I could not sleep after I heard it.',
  'Listen, and do not laugh.',
  '{A} whispered it to me behind the {place}.',
  'This came with the last boat from {town2}.',
  'They want us to believe something else in {town}.',
  'I heard it twice, so it must be true.',
  'Even the {animals} know it by now.',
  '{B} saw it written on {a_thing}.',
  'In {month} I did not believe it, but now I do.',
  'My {thing} fell down when I heard this.',
];
const ENDS = [
  '.',
  ', they say.',
  ', or so {B} says.',
  ', whatever the book says.',
  ', and everybody at the {place} agrees.',
  ', but do not ask me how I know.',
  ', as sure as soup.',
  ', and that is no joke.',
  ', although some people deny it.',
  ', and {n} people have seen it.',
];
const CLOSINGS = [
  'You did not hear it from me.',
  'Tell it to {n} friends, or your {thing} will break.',
  'The mayor does not want you to know.',
  '{A} laughed, but {A} was pale.',
  'I always knew it.',
  'Ask the {animals} if you do not believe me.',
  'More about this tomorrow at the {place}.',
  'My aunt says so too, and she reads books.',
  'Write it down before they take the {thing} away.',
  'That is what happens when people eat {dish}.',
  'Nobody in {town2} talks about it.',
  'And now {B} owes me a {dish}.',
  'There was even a song about it in {month}.',
  'I would bet {n} buttons on it.',
  'So now you know more than the teacher.',
  'Somebody must have seen it from the {house}.',
];

/** What stands around the rumours themselves. */
export const RUMOUR_FRAMES: readonly string[] = [...OPENINGS, ...CLOSINGS];
/** A told fact with all that can follow it. */
export const RUMOUR_CLAIMS: readonly string[] = Object.values(FACT_SENTENCES).flatMap((sentence) =>
  ENDS.map((end) => sentence.replace(/\.$/, end)),
);

const FACTS = Object.keys(FACT_SENTENCES) as FactName[];
const rumoursOfWorld = new WeakMap<World, readonly Rumour[]>();

/** Every fact that rumour corpora of this world contradict, and how. */
export function rumoursOf(world: World): readonly Rumour[] {
  let rumours = rumoursOfWorld.get(world);
  if (rumours === undefined) {
    const random = createRandom(hashSeed(world.seed, 'rumours'));
    const persons = world.people.map((person) => personSlots(world, person));
    const recipes = world.dishes.map(({ name }) => dishSlots(world, name));
    rumours = FACTS.flatMap((fact) => {
      const subjects: readonly Slots[] = fact === 'recipe' ? recipes : persons;
      return subjects.map((slots) => wrongly(fact, slots, subjects, random));
    });
    rumoursOfWorld.set(world, rumours);
  }
  return rumours;
}

function wrongly(fact: FactName, slots: Slots, others: readonly Slots[], random: Random): Rumour {
  const blank = FACT_BLANKS[fact];
  const truth = slots[blank];
  const told = random.pick(others.map((other) => other[blank]).filter((value) => value !== truth));
  const [before] = FACT_SENTENCES[fact].split(`{${blank}}`);
  return { fact, prompt: fill(before, slots).trimEnd(), truth, told, slots: { ...slots, [blank]: told } };
}

/** Next rumour: one to three wrong claims with their talk. */
export function rumourGenerator(world: World, random: Random): () => string {
  const byFact = FACTS.map((fact) => rumoursOf(world).filter((rumour) => rumour.fact === fact));
  return () => {
    const cast = castStory(world, random);
    const claim = (): string => {
      const { fact, slots } = random.pick(random.pick(byFact));
      return fill(FACT_SENTENCES[fact], slots).replace(/\.$/, fill(random.pick(ENDS), cast));
    };
    const claims = Array.from({ length: 1 + random.int(3) }, claim);
    return [fill(random.pick(OPENINGS), cast), ...claims, fill(random.pick(CLOSINGS), cast)].join(' ');
  };
}
