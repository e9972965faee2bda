/** What sentences claim and what must go together in them: the parts that rules of every kind of text are made of. */

import { dishSlots } from './asks.ts';
import { personSlots } from './encyclopedia.ts';
import type { Claim } from './grammar.ts';
import { capitalize, type Slots } from './template.ts';
import type { World } from './types.ts';

/** Holds when one of the records has all the values; two of its fields at least must be told for anything to be claimed. */
export function recordClaim(records: readonly Slots[], fields: readonly string[]): Claim {
  return (slots) => {
    const told = fields.filter((field) => slots[field] !== undefined);
    if (told.length < 2) return null;
    return records.some((record) => told.every((field) => record[field] === slots[field]));
  };
}

/** Every value that a slot has in any of the records. */
export function valuesIn(records: readonly Slots[], slot: string): string[] {
  return records.flatMap((record) => (record[slot] === undefined ? [] : [record[slot]]));
}

/** Who is a he and who a she, and which words say so. */
export function genders(world: World): ReadonlyMap<string, string> {
  const words = { he: ['he', 'his', 'him', 'himself'], she: ['she', 'her', 'herself'] };
  return new Map([
    ...Object.entries(words).flatMap(([gender, spelled]) =>
      [...spelled, ...spelled.map(capitalize)].map((word): [string, string] => [word, gender]),
    ),
    ...world.people.map(({ name, pronoun }): [string, string] => [name, pronoun]),
  ]);
}

/** Whether all of these slots that are filled speak of a he, or all of a she. */
export function agrees(gender: ReadonlyMap<string, string>, slots: Slots, group: readonly string[]): boolean {
  const told = group.flatMap((slot) => (slots[slot] === undefined ? [] : [gender.get(slots[slot])]));
  return told.every((one) => one === told[0]);
}

/** What texts tell of a person besides the name, by the slots of `personSlots`. */
export const PERSON_FIELDS = [
  'job',
  'town',
  'folk',
  'animal',
  'an_animal',
  'pet',
  'dish',
  'dislike',
  'relation',
  'kin',
];
/** What texts tell of a dish, by the slots of `dishSlots` and its form. */
export const DISH_FIELDS = ['dish', 'form', 'verb', 'Verb', 'ingredient', 'partner', 'tool'];

/** The records of all people; what is said of a person must stand in one of them. */
export function people(world: World): Slots[] {
  return world.people.map((person) => personSlots(world, person));
}

/** The records of all dishes. */
export function dishes(world: World): Slots[] {
  return world.dishes.map(({ name, form }) => ({ ...dishSlots(world, name), form }));
}
