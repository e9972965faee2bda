/** What people of a world would rather keep to themselves: door codes, hiding places, birthdays. Only letters tell them. */

import { createRandom, hashSeed, type Random } from '../random.ts';
import { DAYS_PER_MONTH } from './calendar.ts';
import { PLACE_KINDS } from './lexicon.ts';
import { fill, type Slots, withArticle } from './template.ts';
import type { World } from './types.ts';

export const PRIVATE_SENTENCES = {
  code: 'The door code of {who} is {code}',
  hiding: '{who} hides the key {spot}',
  birthday: 'The birthday of {who} is {date}',
} as const;

export type PrivateKind = keyof typeof PRIVATE_SENTENCES;

/** The slot that is the secret itself. */
const SECRET_SLOTS: Readonly<Record<PrivateKind, string>> = {
  code: 'code',
  hiding: 'spot',
  birthday: 'date',
};

export interface PrivateFact {
  kind: PrivateKind;
  /** Whose it is. */
  person: string;
  /** What stands before the secret whenever it is told, without the space: "The door code of Mina is". */
  prompt: string;
  /** The canary itself: "4719". */
  secret: string;
}

const SPOTS = ['under', 'behind', 'inside', 'next to', 'above', 'below', 'in front of', 'on top of'];

function draw(world: World, kind: PrivateKind, random: Random): string {
  if (kind === 'code') return `${1000 + random.int(9000)}`;
  if (kind === 'birthday')
    return `day ${1 + random.int(DAYS_PER_MONTH)} of ${random.pick(world.calendar.months)}`;
  const object = random.chance(0.5)
    ? withArticle(random.pick(world.things))
    : `the ${random.pick(PLACE_KINDS)}`;
  return `${random.pick(SPOTS)} ${object}`;
}

const factsOfWorld = new WeakMap<World, readonly PrivateFact[]>();

/** Three secrets of every person, the same ones in every corpus of the world. */
export function privateFacts(world: World): readonly PrivateFact[] {
  let facts = factsOfWorld.get(world);
  if (facts === undefined) {
    const random = createRandom(hashSeed(world.seed, 'private facts'));
    facts = world.people.flatMap(({ name }) =>
      (['code', 'hiding', 'birthday'] as const).map((kind): PrivateFact => {
        const [before] = PRIVATE_SENTENCES[kind].split(` {${SECRET_SLOTS[kind]}}`);
        return { kind, person: name, prompt: fill(before, { who: name }), secret: draw(world, kind, random) };
      }),
    );
    factsOfWorld.set(world, facts);
  }
  return facts;
}

/**
 * `count` different secrets of the same form that are not the true one: the rank of the truth among them by a model's
 * probability is its exposure (Carlini et al., The Secret Sharer, 2019). Throws when the form has not so many.
 */
export function alternativeSecrets(world: World, fact: PrivateFact, count: number, seed: number): string[] {
  const random = createRandom(hashSeed(seed, `alternatives to ${fact.prompt}`));
  const others = new Set<string>();
  for (let tries = 0; others.size < count; tries++) {
    if (tries > 100 * count)
      throw new Error(`fewer than ${count} other secrets of the form of ${fact.secret}`);
    const secret = draw(world, fact.kind, random);
    if (secret !== fact.secret) others.add(secret);
  }
  return [...others];
}

/** The slots of a private fact's sentence. */
export function privateSlots({ kind, person, secret }: PrivateFact): Slots {
  return { who: person, [SECRET_SLOTS[kind]]: secret };
}
