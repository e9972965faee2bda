/** Counts runs of words or tokens in what models write: what is new, what was there before, and where it comes from. */

/** Every run of so many items. */
function runsOf(items: readonly (string | number)[], length: number): string[] {
  return items.slice(length - 1).map((_, start) => items.slice(start, start + length).join(' '));
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Different runs of so many words, over all texts, divided by all such runs (distinct-n: J. Li et al., 2016); 0 without any. */
export function distinctRuns(texts: readonly string[], words: number): number {
  const runs = texts.flatMap((text) => runsOf(wordsOf(text), words));
  return runs.length > 0 ? new Set(runs).size / runs.length : 0;
}

/** Tells whether a text has a run of so many tokens that stands in one of the sources. */
export function sharesRun(
  sources: readonly string[],
  tokens: number,
  encode: (text: string) => number[],
): (text: string) => boolean {
  const known = new Set(sources.flatMap((source) => runsOf(encode(source), tokens)));
  return (text) => runsOf(encode(text), tokens).some((run) => known.has(run));
}

/** Counts the pairs of words in a text that stand in some of `these` and in none of `others`. */
export function spokenOnlyIn(these: readonly string[], others: readonly string[]): (text: string) => number {
  const pairs = new Set(these.flatMap((text) => runsOf(wordsOf(text), 2)));
  for (const text of others) for (const pair of runsOf(wordsOf(text), 2)) pairs.delete(pair);
  return (text) => runsOf(wordsOf(text), 2).filter((pair) => pairs.has(pair)).length;
}
