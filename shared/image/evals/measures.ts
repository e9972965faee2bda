/** What painted pictures are worth, by rule: do they show what was asked, do they differ, are they copies? */

import type { Random } from '../../random.ts';
import type { Picture } from '../../world/pictures/palette.ts';
import { showsScene, type Seen } from '../../world/pictures/recognize.ts';
import type { Scene } from '../../world/pictures/scenes.ts';
import { estimate, estimateShare, type Estimate } from './interval.ts';

/** Share of pixels that a picture has in common with one of the training's before it counts as its near copy. */
export const NEAR_COPY = 0.95;

/** Share of pixels of the same color. */
export function likeness(one: Picture, other: Picture): number {
  let same = 0;
  for (let i = 0; i < one.length; i++) if (one[i] === other[i]) same++;
  return same / one.length;
}

/** Share of the pictures that show all of what their captions say, as the recognizer sees it. */
export function captionAgreement(
  pictures: readonly Picture[],
  scenes: readonly Scene[],
  recognize: (picture: Picture) => Seen,
): Estimate {
  const hits = pictures.filter((picture, i) => showsScene(recognize(picture), scenes[i])).length;
  return estimateShare(hits, pictures.length);
}

/** Mean share of pixels in which two pictures of one caption differ; `groups` hold the pictures of one caption each. */
export function diversity(groups: readonly (readonly Picture[])[], random: Random): Estimate {
  const spreads = groups.map((group) => {
    const pairs = group.flatMap((one, i) => group.slice(i + 1).map((other) => 1 - likeness(one, other)));
    if (pairs.length === 0) throw new RangeError('diversity: needs two pictures of each caption');
    return mean(pairs);
  });
  return estimate(spreads, mean, random);
}

/** How like each picture is to the nearest one of the training. */
function nearestLikeness(pictures: readonly Picture[], training: readonly Picture[]): number[] {
  return pictures.map((picture) =>
    training.reduce((highest, other) => Math.max(highest, likeness(picture, other)), 0),
  );
}

/** Share of the pictures that are near copies of one in the training. */
export function nearCopies(pictures: readonly Picture[], training: readonly Picture[]): Estimate {
  const nearest = nearestLikeness(pictures, training);
  return estimateShare(nearest.filter((share) => share >= NEAR_COPY).length, pictures.length);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
