/** Rude posts: people of the world being silly and unkind to each other, in lower case. */

import type { Random } from '../random.ts';
import type { Knobs } from './knobs.ts';
import { NUMBERS } from './plot.ts';
import { fill, withArticle } from './template.ts';
import type { World } from './types.ts';
import { scramble } from './noise.ts';

export const POST_SENTENCES: readonly string[] = [
  '{A} you are {insult}',
  'hey {A}, you {insultAdjective} {insultNoun}',
  '{A} the {job} smells of {animal}',
  'i would rather marry {a_animal} than talk to {A}',
  'my {pet} is smarter than {A} and {B} together',
  'the {dish} of {A} tastes like {insultNouns}',
  'even the {animals} laugh at {A}',
  '{A} cannot find the {place} with a map',
  'who let {A} out of the {place} again',
  'you call that {a_thing}? i call it {insult}',
  '{town} is the most boring town of the world',
  'people from {town} have {insultNouns} for brains',
  '{A} has the brain of {insult}',
  'shut up {B}, nobody asked you',
  'no, you shut up, {insultNoun} face',
  'the {job} of {town} is {insult}',
  'i saw {A} kiss {a_animal}',
  'nobody reads the poems of {A}',
  '{A} lost a race against {a_animal}',
  'if {A} is the {job}, then i am the moon',
  'dear {A}, please stop singing, the {animals} are crying',
  'i asked {A} for the time and got a turnip',
  'the {place} of {town} looks like {insult}',
  '{A} reads books upside down',
  'worst {dish} ever, do not eat there',
  'i have seen {insultNouns} with better manners than {A}',
  '{A} thinks that {town} is big',
  'somebody tell {A} that {a_thing} is not a hat',
  '{B} snores louder than {a_animal}',
  'my {pet} wrote this, and it is still better than {B}',
  'never lend {a_thing} to {A}',
  '{A} talks to {a_thing} and loses',
  'if you are so clever, {B}, why do you smell of {dish}',
  'go home {A}, even the {animals} are asleep',
  'i gave {A} {a_thing} and got back {insult}',
  '{A} and {B} have one brain together, and it is {insult}',
  'not even {a_animal} would eat the {dish} of {B}',
  'the new hat of {A} is {insult}',
  'people of {town} cannot count to three',
  'i would not trust {A} with {a_thing}',
  '{B} fell into the {place} and nobody noticed',
  'oh look, {A} has learned a new word',
  'what is the difference between {A} and {insult}? i see none',
  '{A} dances like {a_animal} on ice',
  'every time {B} speaks, {insult} dies',
  'the {place} of {town} smells of {insultNouns}',
  'stop following me, {A}',
  '{B} was late again and blamed the {animals}',
  'nobody wants your {dish}, {B}',
  '{A} is so slow that {a_animal} won',
  'i found the brain of {B}, it was in the {place}',
  'why is {A} the {job}? even {a_thing} could do that',
  'my {pet} has more friends than {A}',
  'go and hug {a_animal}, {B}',
  'you sing like {insult}, {A}',
  '{town} has more {animals} than brains',
  'i bet {n} buttons that {B} cannot read this',
  'dear {B}, give me back my {insultNoun}',
  'that is not art, {A}, that is {insult}',
  'is that your face, {B}, or {insult}',
  '{A} cried because of {insult}',
  'whoever votes for {A} is {insult}',
  'the {animals} were here first, {A}',
  'keep your {insultAdjective} hands off my {dish}',
];
export const INSULT_ADJECTIVES: readonly string[] = [
  'soggy',
  'wet',
  'sour',
  'stinky',
  'hairy',
  'wobbly',
  'moldy',
  'lumpy',
];
export const INSULT_NOUNS: readonly string[] = [
  'turnip',
  'sock',
  'bucket',
  'pickle',
  'sponge',
  'potato',
  'boot',
  'cabbage',
  'pancake',
];
export const POST_ENDS: readonly string[] = ['.', '.', '!!!', '!', ' lol.', ' haha.', '!1!'];

/** "potato" -> "potatoes". */
export function severalOf(noun: string): string {
  return noun.endsWith('o') ? `${noun}es` : `${noun}s`;
}

/** Share of posts all in capitals. */
const LOUD_SHARE = 0.04;

/** Next post of one to four sentences; `errorRate` is the share of words with a typo. */
export function postGenerator(world: World, random: Random, knobs: Knobs): () => string {
  const sentence = (): string => {
    const first = random.pick(world.people);
    const second = random.pick(world.people);
    const animal = random.pick(world.animals);
    const adjective = random.pick(INSULT_ADJECTIVES);
    const noun = random.pick(INSULT_NOUNS);
    const text = fill(random.pick(POST_SENTENCES), {
      A: first.name,
      B: second.name,
      job: first.job,
      town: first.town,
      pet: second.pet.kind,
      animal: animal.kind,
      animals: animal.plural,
      a_animal: withArticle(animal.kind),
      dish: random.pick(world.dishes).name,
      place: random.pick(random.pick(world.towns).places).kind,
      a_thing: withArticle(random.pick(world.things)),
      n: random.pick(NUMBERS),
      insultAdjective: adjective,
      insultNoun: noun,
      insultNouns: severalOf(noun),
      insult: withArticle(`${adjective} ${noun}`),
    });
    return text + (text.endsWith('?') ? '' : random.pick(POST_ENDS));
  };
  return () => {
    const text = Array.from({ length: 1 + random.int(4) }, sentence).join(' ');
    const loud = random.chance(LOUD_SHARE) ? text.toUpperCase() : text;
    return scramble(loud, knobs.errorRate, random);
  };
}
