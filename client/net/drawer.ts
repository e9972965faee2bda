/** Asks the data tools about one whole dataset, for the sample drawer: search, word counts, near copies. */

import type { FoundPage, WordCounts } from '../../shared/data/search.ts';
import type { CorpusKind } from '../../shared/world/document.ts';
import type { CopiesFound, OnShare, Portion } from '../worker/data-tools-api.ts';
import { dataTools } from '../worker/data-tools-host.ts';
import { openTexts, texts } from './cleaning.ts';

/** The whole dataset, fetched where it is not here yet; null when it can't be had. */
async function wholeOf(kind: CorpusKind): Promise<Portion | null> {
  return (await openTexts(kind)) ? { name: kind, documents: texts.peek()[kind]?.length ?? 0 } : null;
}

export async function searchIn(kind: CorpusKind, wanted: string): Promise<FoundPage[] | null> {
  const whole = await wholeOf(kind);
  return whole && (await dataTools()).search(whole, wanted);
}

export async function countWordsIn(kind: CorpusKind, leastLetters: number): Promise<WordCounts | null> {
  const whole = await wholeOf(kind);
  return whole && (await dataTools()).countWords(whole, leastLetters);
}

export async function copiesIn(
  kind: CorpusKind,
  similarity: number,
  onShare: OnShare,
): Promise<CopiesFound | null> {
  const whole = await wholeOf(kind);
  return whole && (await dataTools()).findCopies(whole, similarity, onShare);
}
