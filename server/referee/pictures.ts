/** A match's pictures: what each source sells, what a lab has of it after cleaning, and what is asked of every painter. */

import { PICTURE_RULES, type PictureEyes } from '../../shared/data/clean-pictures.ts';
import {
  CLEANINGS,
  PICTURE_OFFERS,
  PICTURE_SOURCES,
  type PictureSet,
  type PictureSource,
  type PicturesPlan,
  type ShownPicture,
} from '../../shared/game/images/market.ts';
import { createRandom, hashSeed, type Random } from '../../shared/random.ts';
import { hexOf, type Picture } from '../../shared/world/pictures/palette.ts';
import { OPTED_OUT, STYLES, SUBJECT_KINDS, type SubjectKind } from '../../shared/world/pictures/parts.ts';
import { CLEAN_PICTURES, makePictures, type CaptionedPicture } from '../../shared/world/pictures/pictures.ts';
import { portraitOf } from '../../shared/world/pictures/portrait.ts';
import { createRecognizer, type Seen } from '../../shared/world/pictures/recognize.ts';
import {
  captionVocabulary,
  captionWords,
  drawScene,
  kindOf,
  subjectsOf,
  wordNumbers,
  type Scene,
} from '../../shared/world/pictures/scenes.ts';
import { createWorld } from '../../shared/world/world.ts';
import type { World } from '../../shared/world/types.ts';
import type { MatchKey } from './tasks.ts';

/** Pictures of a source or a set that are shown. */
const SHOWN = 8;

export interface Atelier extends PictureEyes {
  world: World;
  vocabulary: readonly string[];
  numbersOf(caption: string): number[];
  random(purpose: string): Random;
  sources: Record<PictureSource, CaptionedPicture[]>;
}

const ateliers = new Map<string, Atelier>();

/** Recognizes each picture once: rules of cleaning look at the same ones again and again. */
function remembering(recognize: (picture: Picture) => Seen): (picture: Picture) => Seen {
  const known = new WeakMap<Picture, Seen>();
  return (picture) => {
    const seen = known.get(picture) ?? recognize(picture);
    known.set(picture, seen);
    return seen;
  };
}

function sell(world: World, source: PictureSource, seed: number): CaptionedPicture[] {
  const { pictures, kinds, knobs } = PICTURE_OFFERS[source];
  return makePictures(world, pictures, { ...CLEAN_PICTURES, ...knobs }, seed).filter(({ scene }) =>
    kinds.includes(kindOf(scene.subject)),
  );
}

/** Those of a match, made once per thread. */
export function atelierOf({ matchId, seeds }: MatchKey): Atelier {
  const known = ateliers.get(matchId);
  if (known) return known;
  const world = createWorld(seeds.world);
  const subjects = subjectsOf(world);
  const portrait = portraitOf(world);
  const vocabulary = captionVocabulary(world, [...captionWords(portrait.name), portrait.part]);
  const sold = PICTURE_SOURCES.map((source) => [source, sell(world, source, hashSeed(seeds.market, source))]);
  const atelier: Atelier = {
    world,
    subjects,
    portrait,
    vocabulary,
    recognize: remembering(createRecognizer([...subjects, portrait])),
    numbersOf: (caption) => wordNumbers(caption, vocabulary),
    random: (purpose) => createRandom(hashSeed(seeds.sealed, purpose)),
    sources: Object.fromEntries(sold) as Atelier['sources'],
  };
  ateliers.set(matchId, atelier);
  return atelier;
}

export function forgetAtelier(matchId: string): void {
  ateliers.delete(matchId);
}

export function shown(picture: Picture, caption: string): ShownPicture {
  return { pixels: hexOf(picture), caption };
}

/** Some of these, by chance. */
function someOf(pictures: readonly CaptionedPicture[], random: Random): ShownPicture[] {
  return random
    .shuffle([...pictures])
    .slice(0, SHOWN)
    .map(({ picture, caption }) => shown(picture, caption));
}

export function sampleSources(atelier: Atelier): Record<PictureSource, ShownPicture[]> {
  const { sources, random } = atelier;
  const samples = PICTURE_SOURCES.map((source) => [source, someOf(sources[source], random(source))]);
  return Object.fromEntries(samples) as Record<PictureSource, ShownPicture[]>;
}

/** What a lab's painter learns from, and what each cleaning threw out. */
export function cleanedSet(
  atelier: Atelier,
  { sources, cleaning }: PicturesPlan,
): { pictures: CaptionedPicture[]; dropped: PictureSet['dropped'] } {
  let pictures = PICTURE_SOURCES.filter((source) => sources.includes(source)).flatMap(
    (source) => atelier.sources[source],
  );
  const dropped: PictureSet['dropped'] = {};
  for (const rule of CLEANINGS.filter((name) => cleaning.includes(name))) {
    const left = PICTURE_RULES[rule](pictures, atelier);
    dropped[rule] = pictures.length - left.length;
    pictures = left;
  }
  return { pictures, dropped };
}

export function describeSet(atelier: Atelier, plan: PicturesPlan): PictureSet {
  const { pictures, dropped } = cleanedSet(atelier, plan);
  const counts = SUBJECT_KINDS.map((kind) => [
    kind,
    pictures.filter(({ scene }) => kindOf(scene.subject) === kind).length,
  ]);
  return {
    bought: plan.sources.reduce((sum, source) => sum + atelier.sources[source].length, 0),
    dropped,
    left: pictures.length,
    perKind: Object.fromEntries(counts) as Record<SubjectKind, number>,
    shown: someOf(pictures, atelier.random('set')),
  };
}

const LICENSED = STYLES.filter((style) => style !== OPTED_OUT);

/** Scenes that a caption may ask for, in manners that are for sale. */
export function drawScenes({ subjects, random }: Atelier, purpose: string, count: number): Scene[] {
  const chance = random(purpose);
  return Array.from({ length: count }, () => drawScene(chance, subjects, LICENSED));
}
