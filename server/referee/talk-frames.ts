/** Things to ask a model, and sentences to begin, that no lesson and no dataset has: only its world's words are familiar. */

import type { Random } from '../../shared/random.ts';
import { capitalize, fill, withArticle, type Slots } from '../../shared/world/template.ts';
import type { World } from '../../shared/world/types.ts';

export const QUESTION_FRAMES: readonly string[] = [
  'Why does {person} hate {dislike}?',
  'What would {person} say to {other}?',
  'Who stole the {thing} of {person}?',
  'Is it true that {person} has {an_animal}?',
  'What is the best thing about {town}?',
  'Would you rather live in {town} or in {other_town}?',
  'What does {an_animal} dream of?',
  'Can {an_animal} eat {dish}?',
  'What is better, {dish} or {other_dish}?',
  'What did you do with my {thing}?',
  'How many {things} does {person} need?',
  'What happens when {person} meets {an_animal}?',
  'Who is the funniest person in {town}?',
  'What should I give {person} for a birthday?',
  'Do you know a secret about {person}?',
  'Why is the {thing} in the {place}?',
  'What is under the {place} of {town}?',
  'Are you a {job}?',
  'What would you do as the {job} of {town}?',
  'Who would win, {person} or {an_animal}?',
  'What did {other} tell {person} this morning?',
  'Is {dish} good for {an_animal}?',
  'What rhymes with {thing}?',
  'Will it rain in {town} tomorrow?',
];

export const OPENING_FRAMES: readonly string[] = [
  'Nobody in {town} knew that {person}',
  'The {animal} of {person} looked at',
  'Dear {person}, yesterday',
  'When {person} opened the door,',
  'There was {a_thing} in the',
  '{Dish} is made of',
  'The {job} of {town} never',
  'Long ago, before {town} had a {place},',
  'What {person} hates most is',
  'Once {an_animal} and {a_thing}',
  'The truth about {town} is',
  '"Never," said {person},',
  'If you see {an_animal} at the {place},',
  '{person} and {other} both wanted',
  'In the middle of the night {person}',
  'At last {other} said that the {thing}',
];

/** Words of this world that agree with each other. */
function drawSlots({ people, towns, animals, dishes, things }: World, random: Random): Slots {
  const [person, other] = random.shuffle(people);
  const [town, otherTown] = random.shuffle(towns);
  const [dish, otherDish] = random.shuffle(dishes);
  const animal = random.pick(animals);
  const thing = random.pick(things);
  if (!person || !other || !town || !otherTown || !dish || !otherDish)
    throw new Error('a world of one has nothing to talk about');
  return {
    person: person.name,
    job: person.job,
    dislike: person.dislike,
    animal: person.pet.kind,
    other: other.name,
    town: town.name,
    other_town: otherTown.name,
    place: random.pick(town.places).kind,
    an_animal: withArticle(animal.kind),
    thing,
    a_thing: withArticle(thing),
    things: `${thing}s`,
    dish: dish.name,
    Dish: capitalize(dish.name),
    other_dish: otherDish.name,
  };
}

/** Each frame once, with words of its own. */
export function fillFrames(world: World, frames: readonly string[], random: Random): string[] {
  return frames.map((frame) => fill(frame, drawSlots(world, random)));
}
