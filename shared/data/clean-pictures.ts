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

/** Of the people that there is most of, as many as of others of their folk on average. */
function balance(
  pictures: readonly CaptionedPicture[],
  { subjects, recognize }: PictureEyes,
): CaptionedPicture[] {
  const people = subjects.filter(({ folk }) => folk);
  const seen = pictures.map(({ picture }) => recognize(picture).subject);
  const countOf = ({ name }: Subject): number => seen.filter((one) => one === name).length;
  const most = people.reduce((one, other) => (countOf(other) > countOf(one) ? other : one));
  const others = people.filter(({ folk, name }) => folk === most.folk && name !== most.name);
  let left = Math.ceil(others.reduce((sum, one) => sum + countOf(one), 0) / others.length);
  return pictures.filter((_, i) => seen[i] !== most.name || left-- > 0);
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
