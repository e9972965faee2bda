/**
 * Says by rule what a picture shows, or that it shows nothing: every subject is laid over the picture wherever it could
 * stand, and the one whose pixels agree best is it. The color, the outline and the place are then read from the pixels.
 */

import { BACKDROPS, drawBackdrop, PLACES, type PlaceName } from './backdrops.ts';
import { placeArt, SHIFTS, WATERMARK, type Placed } from './draw.ts';
import { PIXELS, type Picture } from './palette.ts';
import {
  ALLOWED,
  NAMED_COLORS,
  numberOfNamed,
  outlineOf,
  STYLES,
  type NamedColor,
  type Style,
} from './parts.ts';
import type { Scene, Subject } from './scenes.ts';

/** What is seen in a picture; null is what can't be told. */
export interface Seen {
  /** A subject's name. */
  subject: string | null;
  color: NamedColor | null;
  place: PlaceName | null;
  style: Style | null;
  watermarked: boolean;
}

/** Share of a subject's pixels that must agree before it counts as seen. */
const SUBJECT_SHARE = 0.8;
/** Share of the backdrop's pixels. */
const PLACE_SHARE = 0.7;
/** Share of the colored part and of the outline that must be of one color. */
const COLOR_SHARE = 0.6;
const WATERMARK_SHARE = 0.75;

interface Placement {
  subject: Subject;
  placed: readonly Placed[];
}

const NOTHING: Omit<Seen, 'watermarked'> = { subject: null, color: null, place: null, style: null };

/** A recognizer of these subjects: a function from a picture to what is seen in it. */
export function createRecognizer(subjects: readonly Subject[]): (picture: Picture) => Seen {
  const placements = subjects.flatMap((subject) =>
    SHIFTS.flatMap((shift) =>
      [false, true].map((flipped): Placement => ({ subject, placed: placeArt(subject, { shift, flipped }) })),
    ),
  );
  const backdrops = PLACES.flatMap((place) =>
    Array.from({ length: 2 * BACKDROPS }, (_, at) => ({
      place,
      pixels: drawBackdrop(place, at >> 1, at % 2 === 1),
    })),
  );
  return (picture) => {
    const watermarked = shareOf(WATERMARK, ({ pixel, color }) => picture[pixel] === color) >= WATERMARK_SHARE;
    const found = best(placements, ({ placed }) =>
      shareOf(placed, ({ pixel, letter }) => ALLOWED[letter].includes(picture[pixel])),
    );
    if (found.share < SUBJECT_SHARE) return { ...NOTHING, watermarked };
    const { subject, placed } = found.item;
    const colorsOf = (wanted: string): number[] =>
      placed.flatMap(({ pixel, letter }) => (letter === wanted ? [picture[pixel]] : []));
    const covered = new Set(placed.map(({ pixel }) => pixel));
    const open = Array.from({ length: PIXELS }, (_, pixel) => pixel).filter((pixel) => !covered.has(pixel));
    const behind = best(backdrops, ({ pixels }) =>
      shareOf(open, (pixel) => pixels[pixel] === picture[pixel]),
    );
    return {
      subject: subject.name,
      color: prevailing(NAMED_COLORS, numberOfNamed, colorsOf('c')),
      place: behind.share >= PLACE_SHARE ? behind.item.place : null,
      style: prevailing(STYLES, outlineOf, colorsOf('#')),
      watermarked,
    };
  };
}

/** Whether a picture shows what a scene says: subject, color, place and manner. */
export function showsScene(seen: Seen, { subject, color, place, style }: Scene): boolean {
  return (
    seen.subject === subject.name && seen.color === color && seen.place === place && seen.style === style
  );
}

function shareOf<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let count = 0;
  for (const item of items) if (holds(item)) count++;
  return count / items.length;
}

function best<T>(items: readonly T[], shareOfItem: (item: T) => number): { item: T; share: number } {
  let found = { item: items[0], share: -1 };
  for (const item of items) {
    const share = shareOfItem(item);
    if (share > found.share) found = { item, share };
  }
  return found;
}

/** The option whose color most of these pixels have, if it is enough of them. */
function prevailing<T>(
  options: readonly T[],
  numberOfOption: (option: T) => number,
  pixels: readonly number[],
): T | null {
  const { item, share } = best(options, (option) =>
    shareOf(pixels, (pixel) => pixel === numberOfOption(option)),
  );
  return share >= COLOR_SHARE ? item : null;
}
