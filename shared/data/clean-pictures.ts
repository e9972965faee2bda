/** Cleaning of captioned pictures: each rule throws out what it finds, and none sees more than pixels and captions. */

import { OPTED_OUT } from '../world/pictures/parts.ts';
import type { CaptionedPicture } from '../world/pictures/pictures.ts';
import type { Seen } from '../world/pictures/recognize.ts';
import { captionOf, type Subject } from '../world/pictures/scenes.ts';

/** What the rules go by: the people of a world, the private face, and a recognizer of all of them. */
export interface PictureEyes {
  subjects: readonly Subject[];
  portrait: Subject;
  recognize(picture: Uint8Array): Seen;
}

type Rule = (pictures: readonly CaptionedPicture[], eyes: PictureEyes) => CaptionedPicture[];

/** The words of a caption must be what is seen. */
function saysWhatIsSeen({ caption }: CaptionedPicture, seen: Seen, all: readonly Subject[]): boolean {
  const { color, place, style } = seen;
  const subject = all.find(({ name }) => name === seen.subject);
  return (
    !!subject && !!color && !!place && !!style && captionOf({ subject, color, place, style }) === caption
  );
}

/** Of the subject that there is most of, as many as of the other people on average. */
function balance(
  pictures: readonly CaptionedPicture[],
  { subjects, recognize }: PictureEyes,
): CaptionedPicture[] {
  const people = subjects.filter(({ folk }) => folk).map(({ name }) => name);
  const seen = pictures.map(({ picture }) => recognize(picture).subject);
  const counts = people.map((name) => seen.filter((one) => one === name).length);
  const most = Math.max(...counts);
  const others = counts.reduce((sum, count) => sum + count, 0) - most;
  const name = people[counts.indexOf(most)];
  let left = Math.ceil(others / Math.max(1, people.length - 1));
  return pictures.filter((_, i) => seen[i] !== name || left-- > 0);
}

export const PICTURE_RULES = {
  copies(pictures) {
    const known = new Set<string>();
    return pictures.filter(({ picture }) => {
      const pixels = picture.join();
      const isNew = !known.has(pixels);
      known.add(pixels);
      return isNew;
    });
  },
  captions: (pictures, { subjects, portrait, recognize }) =>
    pictures.filter((one) => saysWhatIsSeen(one, recognize(one.picture), [...subjects, portrait])),
  marks: (pictures, { recognize }) => pictures.filter(({ picture }) => !recognize(picture).watermarked),
  manner: (pictures, { recognize }) =>
    pictures.filter(({ picture }) => recognize(picture).style !== OPTED_OUT),
  faces: (pictures, { portrait, recognize }) =>
    pictures.filter(({ picture }) => recognize(picture).subject !== portrait.name),
  balance,
} satisfies Record<string, Rule>;
