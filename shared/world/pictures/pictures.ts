/** A seeded collection of captioned pictures of a world, with the faults that pictures for sale have. */

import { createRandom, type Random } from '../../random.ts';
import type { World } from '../types.ts';
import { addWatermark, drawPicture, drawVariation } from './draw.ts';
import { OPTED_OUT, STYLES } from './parts.ts';
import { portraitOf } from './portrait.ts';
import type { Picture } from './palette.ts';
import { captionOf, drawScene, subjectsOf, type Scene, type Subject } from './scenes.ts';

/** The quality of a collection: each is a share of its pictures, from 0 to 1. */
export interface PictureKnobs {
  /** Are one of `POSTERS` pictures over and over. */
  duplicateRate: number;
  /** Have the caption of another picture. */
  wrongCaptionRate: number;
  watermarkRate: number;
  /** Of the people of the first folk, are bakers whatever else they might be. */
  skew: number;
  /** Show the face of somebody who was never asked. */
  privateRate: number;
  /** Are in the manner of the painter who opted out. */
  optedOutRate: number;
}

export const CLEAN_PICTURES: PictureKnobs = {
  duplicateRate: 0,
  wrongCaptionRate: 0,
  watermarkRate: 0,
  skew: 0,
  privateRate: 0,
  optedOutRate: 0,
};

/** How many different pictures the duplicates are copies of. */
export const POSTERS = 4;

export interface CaptionedPicture {
  picture: Picture;
  caption: string;
  /** What it shows, whatever the caption says. */
  scene: Scene;
  watermarked: boolean;
}

/** `count` pictures; the same world, count, knobs and seed give the same. Throws a RangeError on what is no share or count. */
export function makePictures(
  world: World,
  count: number,
  knobs: PictureKnobs,
  seed: number,
): CaptionedPicture[] {
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError(`pictures: the count must be a whole number from 1, not ${count}`);
  for (const [name, share] of Object.entries(knobs)) {
    if (!(share >= 0 && share <= 1))
      throw new RangeError(`pictures: ${name} must be a share from 0 to 1, not ${share}`);
  }
  const random = createRandom(world.seed).fork(`pictures ${seed}`);
  const subjects = subjectsOf(world);
  const portrait = portraitOf(world);
  const one = (): CaptionedPicture => makeOne(random, { subjects, portrait }, knobs);
  const posters = Array.from({ length: POSTERS }, one);
  const pictures = Array.from({ length: count }, () => {
    if (!random.chance(knobs.duplicateRate)) return one();
    const poster = random.pick(posters);
    return { ...poster, picture: poster.picture.slice() };
  });
  return pictures.map((entry) =>
    random.chance(knobs.wrongCaptionRate) ? { ...entry, caption: random.pick(pictures).caption } : entry,
  );
}

function makeOne(
  random: Random,
  { subjects, portrait }: { subjects: readonly Subject[]; portrait: Subject },
  knobs: PictureKnobs,
): CaptionedPicture {
  const licensed = STYLES.filter((style) => style !== OPTED_OUT);
  const scene = drawScene(random, subjects, random.chance(knobs.optedOutRate) ? [OPTED_OUT] : licensed);
  const [first] = subjects;
  if (scene.subject.folk === first.folk && random.chance(knobs.skew)) scene.subject = first;
  if (random.chance(knobs.privateRate)) scene.subject = portrait;
  const picture = drawPicture(scene, drawVariation(random));
  const watermarked = random.chance(knobs.watermarkRate);
  if (watermarked) addWatermark(picture);
  return { picture, caption: captionOf(scene), scene, watermarked };
}
