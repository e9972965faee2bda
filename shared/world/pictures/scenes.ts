/** What a picture shows, the caption that says it, and which scenes there are in a world. */

import type { Random } from '../../random.ts';
import type { FolkName, World } from '../types.ts';
import { ANIMAL_ART, BUILDING_ART, DISH_ART } from './art-things.ts';
import { DRAWN_JOBS, personArt } from './art-people.ts';
import { PLACES, type PlaceName } from './backdrops.ts';
import { NAMED_COLORS, STYLES, type NamedColor, type Style, type SubjectKind } from './parts.ts';

/** Something of the world that has pictures. */
export interface Subject {
  /** Unique in the world: `hill baker`, `goat`. */
  name: string;
  /** Only people are of a folk. */
  folk?: FolkName;
  /** What has the color that the caption names: a hat, a roof. */
  part: string;
  rows: readonly string[];
}

export interface Scene {
  subject: Subject;
  color: NamedColor;
  place: PlaceName;
  style: Style;
}

const ANIMALS_DRAWN = 3;
const DISHES_DRAWN = 2;

/** The subjects of a world: its four best-known jobs in both folks' clothes, three animals, two dishes, two buildings. */
export function subjectsOf(world: World): Subject[] {
  const people = world.folks.flatMap(({ name: folk, clothes }) =>
    DRAWN_JOBS.map((job) => ({
      name: `${folk.split(' ')[0]} ${job}`,
      folk,
      part: 'hat',
      rows: personArt(job, clothes),
    })),
  );
  const kinds = world.animals.map(({ kind }) => kind).filter((kind) => Object.hasOwn(ANIMAL_ART, kind));
  const forms = [...new Set(world.dishes.map(({ form }) => form))].filter((form) =>
    Object.hasOwn(DISH_ART, form),
  );
  const things = (names: readonly string[], arts: typeof ANIMAL_ART): Subject[] =>
    names.map((name) => ({ name, ...arts[name] }));
  return [
    ...people,
    ...things(kinds.slice(0, ANIMALS_DRAWN), ANIMAL_ART),
    ...things(forms.slice(0, DISHES_DRAWN), DISH_ART),
    ...things(Object.keys(BUILDING_ART), BUILDING_ART),
  ];
}

export function kindOf({ name }: Pick<Subject, 'name'>): SubjectKind {
  if (Object.hasOwn(ANIMAL_ART, name)) return 'animals';
  if (Object.hasOwn(DISH_ART, name)) return 'dishes';
  return Object.hasOwn(BUILDING_ART, name) ? 'buildings' : 'people';
}

/** Any scene, with all subjects, colors and places alike; styles as given. */
export function drawScene(random: Random, subjects: readonly Subject[], styles: readonly Style[]): Scene {
  return {
    subject: random.pick(subjects),
    color: random.pick(NAMED_COLORS),
    place: random.pick(PLACES),
    style: random.pick(styles),
  };
}

/** "a hill baker with a red hat at the market, sepia" */
export function captionOf({ subject, color, place, style }: Scene): string {
  const manner = { plain: '', sepia: ', sepia', fennick: ', like Fennick' }[style];
  return `a ${subject.name} with a ${color} ${subject.part} at the ${place}${manner}`;
}

const FILLERS = ['a', 'with', 'at', 'the', 'of', 'like'];

/** The words of a caption that say something, in lower case. */
export function captionWords(caption: string): string[] {
  return (caption.toLowerCase().match(/[a-z]+/g) ?? []).filter((word) => !FILLERS.includes(word));
}

/** All words that captions of this world can hold, in a fixed order; `also` adds names of people who have a portrait. */
export function captionVocabulary(world: World, also: readonly string[] = []): string[] {
  const subjects = subjectsOf(world);
  const words = [
    ...subjects.flatMap(({ name, part }) => [...name.split(' '), part]),
    ...NAMED_COLORS,
    ...PLACES,
    ...STYLES.slice(1),
    ...also.map((name) => name.toLowerCase()),
  ];
  return [...new Set(words)];
}

/** The numbers of a caption's words in the vocabulary; words that it doesn't hold say nothing. */
export function wordNumbers(caption: string, vocabulary: readonly string[]): number[] {
  return captionWords(caption)
    .map((word) => vocabulary.indexOf(word))
    .filter((number) => number >= 0);
}
