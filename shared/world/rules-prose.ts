/** The sentences of stories and of the encyclopedia as rules of a grammar, made from the very templates that write them. */

import { DAYS_PER_MONTH, NEWS_COLORS, NEWS_EVENTS } from './calendar.ts';
import {
  agrees,
  DISH_FIELDS,
  dishes,
  genders,
  people,
  PERSON_FIELDS,
  recordClaim,
  valuesIn,
} from './claims.ts';
import { animalSlots, ENTRY_SENTENCES } from './encyclopedia.ts';
import type { SentenceRules } from './grammar.ts';
import { HOUSES } from './lexicon.ts';
import { friendSlots, heroSlots, NUMBERS } from './plot.ts';
import { sentencesOf } from './sentences.ts';
import { plotsOf } from './stories.ts';
import { capitalize, fill, type Slots, withArticle } from './template.ts';
import type { World } from './types.ts';
import { jobNamed } from './world.ts';

/** Slots that say he or she of the same person. */
const PRONOUNS = ['he', 'He', 'his', 'His', 'him', 'himself'];

export function storyRules(world: World): SentenceRules {
  return castRules(
    world,
    'stories',
    plotsOf(world).flatMap(({ beats }) => beats.flat().flatMap(sentencesOf)),
  );
}

/** The rules of any text about a cast (see `castStory`): who is who, and what agrees; `more` fills the slots of its own. */
export function castRules(
  world: World,
  kind: string,
  templates: readonly string[],
  more: readonly Slots[] = [],
): SentenceRules {
  const heroes = world.people.map((person) => heroSlots(world, person));
  const friends = world.people.map(friendSlots);
  const places = world.towns.flatMap((town) =>
    town.places.map(({ kind, look }) => ({ town: town.name, place: kind, place2: kind, look })),
  );
  const tools = world.people.map(({ job }) => {
    const { tool } = jobNamed(world, job);
    return { tool, btool: tool, a_tool: withArticle(tool) };
  });
  const props = [
    ...world.dishes.map(({ name, partner, ingredient }) => ({ dish: name, partner, ingredient })),
    ...world.animals.map(({ kind, plural }) => {
      const a_animal = withArticle(kind);
      return { animals: plural, a_animal, a_Animal: capitalize(a_animal) };
    }),
    ...world.things.map((thing) => ({ thing, a_thing: withArticle(thing) })),
    ...world.towns.map(({ name }) => ({ town2: name })),
    ...world.calendar.months.map((month) => ({ month })),
    ...HOUSES.map((house) => ({ house })),
    ...NUMBERS.map((n) => ({ n })),
  ];
  const all: Slots[] = [...heroes, ...friends, ...places, ...tools, ...props, ...more];
  const gender = genders(world);
  const different = [
    ['A', 'B'],
    ['A', 'kin'],
    ['B', 'kin'],
    ['Pet', 'bPet'],
    ['town', 'town2'],
    ['place', 'place2'],
  ];
  return {
    kind,
    templates,
    values: (slot) => valuesIn(all, slot),
    fits: (slots) =>
      different.every(([one, other]) => slots[one] === undefined || slots[one] !== slots[other]) &&
      agrees(gender, slots, ['A', ...PRONOUNS]) &&
      agrees(gender, slots, ['B', 'bhe']),
    claims: [
      recordClaim(heroes, ['A', 'job', 'pet', 'Pet', 'secret', 'dislike', 'kin', 'rel', 'krel', 'ksecret']),
      recordClaim(friends, ['B', 'bjob', 'bpet', 'bPet', 'bsecret', 'bdislike']),
      recordClaim(places, ['town', 'place', 'look']),
    ],
  };
}

/** Everything that can be in the news of a world, true or not. */
export function possibleEvents(world: World): string[] {
  const parts: readonly (readonly Slots[])[] = [
    world.towns.flatMap((town) => town.places.map(({ kind }) => ({ town: town.name, place: kind }))),
    NEWS_COLORS.map((color) => ({ color })),
    world.people.map(({ name, job }) => ({ person: name, job })),
    world.animals.map(({ plural }) => ({ animals: plural })),
  ];
  return NEWS_EVENTS.flatMap((event) =>
    parts
      .filter(([part]) => Object.keys(part).some((slot) => event.includes(`{${slot}}`)))
      .reduce<Slots[]>(
        (all, part) => all.flatMap((slots) => part.map((more) => ({ ...slots, ...more }))),
        [{}],
      )
      .map((slots) => fill(event, slots)),
  );
}

export function entryRules(world: World): SentenceRules {
  const places = world.towns.flatMap((town) =>
    town.places.map(({ kind, look }) => ({ town: town.name, place: kind, look, sleepsAt: kind })),
  );
  const towns = world.towns.map(({ name, folk, fame }) => ({ town: name, townFolk: folk, fame }));
  const folks = world.folks.map(({ name, clothes, greeting }) => ({ folk: name, clothes, greeting }));
  const animals = world.animals.map(animalSlots);
  const news = world.calendar.news.map(({ day, month, event }) => ({ day: `${day}`, month, event }));
  const all: Slots[] = [
    ...people(world),
    ...dishes(world),
    ...places,
    ...towns,
    ...folks,
    ...animals,
    ...world.calendar.months.map((month) => ({ month })),
    ...possibleEvents(world).map((event) => ({ event })),
    ...Array.from({ length: DAYS_PER_MONTH }, (_, day) => ({ day: `${day + 1}` })),
  ];
  const gender = genders(world);
  return {
    kind: 'encyclopedia',
    templates: ENTRY_SENTENCES,
    values: (slot) => valuesIn(all, slot),
    fits: (slots) => agrees(gender, slots, ['person', ...PRONOUNS]),
    claims: [
      recordClaim(people(world), ['person', 'he', 'He', 'his', 'His', 'work', 'secret', ...PERSON_FIELDS]),
      recordClaim(dishes(world), DISH_FIELDS),
      recordClaim(places, ['town', 'place', 'look']),
      recordClaim(towns, ['town', 'townFolk', 'fame']),
      recordClaim(folks, ['folk', 'clothes', 'greeting']),
      recordClaim(animals, ['An_animal', 'animals', 'eats', 'sleepsAt']),
      recordClaim(news, ['day', 'month', 'event']),
    ],
  };
}
