/** How well a map of words tells their kinds apart: what share of the points around a word have its color. */

import type { WordPlace } from '../lab/engine/inside.ts';
import { kindOf, type WordKind } from './word-kinds.ts';

/** Points around a word that are looked at. */
export const AROUND = 5;

export interface Alike {
  /** Share of the closest points that are of a word's own kind, and what it would be if all were put down by chance. */
  share: number;
  chance: number;
}

/** Of words with a kind; null where there are too few of them. */
export function alikeOn(words: readonly WordPlace[]): Alike | null {
  const all = new Set(words.map(({ word }) => word));
  const known = words
    .map((place) => ({ ...place, kind: kindOf(place.word, all) }))
    .filter(({ kind }) => kind !== 'other');
  if (known.length <= AROUND) return null;
  const counts = new Map<WordKind, number>();
  for (const { kind } of known) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const around = (place: (typeof known)[number]): typeof known =>
    known
      .filter((other) => other !== place)
      .toSorted((a, b) => distance(a, place) - distance(b, place))
      .slice(0, AROUND);
  const same = known.flatMap((place) => around(place).filter(({ kind }) => kind === place.kind)).length;
  const pairs = [...counts.values()].reduce((sum, count) => sum + count * (count - 1), 0);
  return {
    share: same / (known.length * AROUND),
    chance: pairs / (known.length * (known.length - 1)),
  };
}

const distance = (a: WordPlace, b: WordPlace): number => Math.hypot(a.x - b.x, a.y - b.y);
