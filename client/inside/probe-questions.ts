/** What is asked of a model's states: two kinds of words of the world, or of its people. */

import type { ProbedPerson } from '../../shared/game/wire/routes.ts';
import type { ProbeQuestion } from '../lab/engine/states.ts';
import { wordsOfKind } from './word-kinds.ts';

export const PROBES = ['pronoun', 'folk', 'animal', 'place', 'coin'] as const;
export type ProbeName = (typeof PROBES)[number];

/** A name after this is one piece in most models. */
const OF_PEOPLE = 'Yesterday {word}';
const OF_THINGS = 'The {word}';

/** The questions that can be asked here: those about people only where people are known. */
export function probeQuestions(people: readonly ProbedPerson[]): Partial<Record<ProbeName, ProbeQuestion>> {
  const names = (is: (person: ProbedPerson, index: number) => boolean): string[] =>
    people.filter(is).map(({ name }) => name);
  const about = (is: (person: ProbedPerson, index: number) => boolean): ProbeQuestion => ({
    frame: OF_PEOPLE,
    first: names(is),
    second: names((person, index) => !is(person, index)),
  });
  const ofPeople = {
    pronoun: about(({ pronoun }) => pronoun === 'she'),
    folk: about(({ folk }) => folk === 'hill folk'),
    /* Nothing in the world goes by it: what a probe finds where there is nothing to find. */
    coin: about((_, index) => index % 2 === 0),
  };
  return {
    ...(people.length > 0 && ofPeople),
    animal: { frame: OF_THINGS, first: wordsOfKind('animal'), second: wordsOfKind('food') },
    place: { frame: OF_THINGS, first: wordsOfKind('place'), second: wordsOfKind('thing') },
  };
}
