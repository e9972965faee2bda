/** What two models that read the same text disagree on most. */

interface Chance {
  text: string;
  chance: number;
}

/** The piece whose chance differs most between the two; they may have different pieces. */
export function mostMoved(
  one: readonly Chance[],
  other: readonly Chance[],
): { text: string; before: number; after: number } {
  const chances = new Map(other.map(({ text, chance }) => [text, chance]));
  const moves = one.map(({ text, chance }) => ({ text, before: chance, after: chances.get(text) ?? 0 }));
  const own = new Set(one.map(({ text }) => text));
  const added = other
    .filter(({ text }) => !own.has(text))
    .map(({ text, chance }) => ({ text, before: 0, after: chance }));
  return [...moves, ...added].reduce((most, move) =>
    Math.abs(move.after - move.before) > Math.abs(most.after - most.before) ? move : most,
  );
}
