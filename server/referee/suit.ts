/** A suit over copied text: whether a model that is given the beginning of a page goes on with it word for word (Carlini et al., 2021). */

import type { Suit } from '../../shared/serving/fines.ts';
import type { CorpusKind, TextDocument } from '../../shared/world/document.ts';
import { END } from '../../shared/tokenizer/special.ts';
import type { Examinee } from './examine.ts';
import { itemAt } from './item-at.ts';

/** Pages that are read out in court: those that come oftenest, since they are likeliest to be known by heart. */
export const PAGES_IN_COURT = 40;
/** Shorter ones leave nothing to recite. */
const LEAST_SIGNS = 120;
const START_TOKENS = 12;
const WRITTEN_TOKENS = 24;
/** So many words in a row count as recited, unless they stand in other text on the market, too. */
export const RECITED_WORDS = 10;

/** The pages that come oftenest, longest first among equals. */
export function pagesInCourt(documents: readonly TextDocument[]): string[] {
  const times = new Map<string, number>();
  for (const { text } of documents)
    if (text.length >= LEAST_SIGNS) times.set(text, (times.get(text) ?? 0) + 1);
  return [...times]
    .toSorted((a, b) => b[1] - a[1] || b[0].length - a[0].length)
    .slice(0, PAGES_IN_COURT)
    .map(([text]) => text);
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** The first run of so many words of `said` that stands in the page in a row and is nobody else's; null for none. */
export function recitedIn(page: string, said: string, isElsewhere: (run: string) => boolean): string | null {
  const text = ` ${wordsOf(page).join(' ')} `;
  const words = wordsOf(said);
  for (let start = 0; start + RECITED_WORDS <= words.length; start++) {
    const run = words.slice(start, start + RECITED_WORDS).join(' ');
    if (text.includes(` ${run} `) && !isElsewhere(run)) return run;
  }
  return null;
}

/** Tells whether words stand in a text that is not from the web, such as a story that a page has copied itself. */
export function elsewhere(
  market: Readonly<Record<CorpusKind, readonly TextDocument[]>>,
): (run: string) => boolean {
  const others = Object.values(market).flatMap((documents) =>
    documents.flatMap(({ kind, text }) => (kind === 'web' ? [] : [text])),
  );
  return (run) => others.some((text) => text.includes(run));
}

/** Has the model go on with each page, always with its likeliest token, and reads what it writes beside the page. */
export async function readInCourt(
  { model, tokenizer }: Examinee,
  pages: readonly string[],
  isElsewhere: (run: string) => boolean,
): Promise<Suit> {
  const prompts = pages.map((page) => [END, ...tokenizer.encode(page).slice(0, START_TOKENS)]);
  const written = await model.generate(prompts, {
    maxTokens: WRITTEN_TOKENS,
    temperature: 0,
    topP: 1,
    seed: 0,
    stopTokens: [END],
  });
  const quotes = written.flatMap((tokens, index) => {
    const said = recitedIn(itemAt(pages, index), tokenizer.decode(tokens), isElsewhere);
    return said === null ? [] : [{ start: tokenizer.decode(itemAt(prompts, index).slice(1)), said }];
  });
  return { isReader: true, pages: pages.length, recited: quotes.length, quote: quotes[0] ?? null };
}
