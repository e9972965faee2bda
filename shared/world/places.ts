/** Towns, folks, animals and dishes of a world. */

import type { Random } from '../random.ts';
import {
  ANIMAL_FOODS,
  ANIMAL_KINDS,
  CLOTHES,
  DISH_FORMS,
  FAMES,
  FLAVORS,
  GREETINGS,
  KITCHEN_TOOLS,
  PARTNERS,
  PLACE_KINDS,
  PLACE_LOOKS,
} from './lexicon.ts';
import type { Animal, Dish, Folk, FolkName, Town } from './types.ts';

const FOLK_NAMES: readonly FolkName[] = ['hill folk', 'river folk'];
const ANIMAL_COUNT = 8;
const FLAVOR_COUNT = 6;
const FORM_COUNT = 5;

/** One town for each name; hill and river towns take turns. All have the same kinds of place, each with its own look. */
export function makeTowns(random: Random, names: readonly string[]): Town[] {
  const fames = random.shuffle(FAMES);
  return names.map((name, index) => {
    const looks = random.shuffle(PLACE_LOOKS);
    return {
      name,
      folk: FOLK_NAMES[index % FOLK_NAMES.length],
      fame: fames[index],
      places: PLACE_KINDS.map((kind, at) => ({ kind, look: looks[at] })),
    };
  });
}

export function makeFolks(random: Random): Folk[] {
  const greetings = random.shuffle(GREETINGS);
  const clothes = random.shuffle(CLOTHES);
  return FOLK_NAMES.map((name, index) => ({ name, greeting: greetings[index], clothes: clothes[index] }));
}

/** "goose" -> "geese", "dog" -> "dogs". */
export function pluralOf(kind: string): string {
  return kind === 'goose' ? 'geese' : `${kind}s`;
}

export function makeAnimals(random: Random): Animal[] {
  const foods = random.shuffle(ANIMAL_FOODS);
  const kinds = random.shuffle(ANIMAL_KINDS).slice(0, ANIMAL_COUNT);
  return kinds.map((kind, index) => ({
    kind,
    plural: pluralOf(kind),
    eats: foods[index],
    sleepsAt: random.pick(PLACE_KINDS),
  }));
}

/** Every flavor in every form: 30 dishes; the recipe's parts follow from flavor and form. */
export function makeDishes(random: Random): Dish[] {
  const flavors = random.shuffle(FLAVORS).slice(0, FLAVOR_COUNT);
  const forms = random.shuffle(DISH_FORMS).slice(0, FORM_COUNT);
  const partners = random.shuffle(PARTNERS);
  const tools = random.shuffle(KITCHEN_TOOLS);
  return flavors.flatMap(([flavor, ingredient]) =>
    forms.map(([form, verb], at) => ({
      name: `${flavor} ${form}`,
      flavor,
      form,
      verb,
      ingredient,
      partner: partners[at],
      tool: tools[at],
    })),
  );
}
