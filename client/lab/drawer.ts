/** Asks the data tools about whole datasets, for the sample drawer, and about a plan's mixture, for the tokenizer bench. */

import type { CleaningSteps } from '../../shared/data/clean.ts';
import type { TokenBench } from '../../shared/data/token-bench.ts';
import type { FoundPage, WordCounts } from '../../shared/data/search.ts';
import type { CorpusKind } from '../../shared/world/document.ts';
import type { BenchWish, CopiesFound, LeakReport, MixedPortion, OnShare, Portion } from './data-tools/api.ts';
import { dataTools } from './data-tools/host.ts';
import { session } from '../session/current.ts';
import { openTexts, ownedCount, texts, toolName, type OwnedPortion } from './cleaning.ts';

/** The whole dataset, fetched where it is not here yet; null when it can't be had. */
async function wholeOf(kind: CorpusKind): Promise<Portion | null> {
  const owner = session.peek();
  if (!(await openTexts(kind, owner))) return null;
  return { name: toolName(owner, kind), documents: texts.of(owner).peek()[kind]?.length ?? 0 };
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

/** A dataset of the plan with its share of the mixture. */
export interface MixedDataset extends OwnedPortion {
  share: number;
  steps: CleaningSteps;
}

async function portionsOf(mixture: readonly MixedDataset[]): Promise<MixedPortion[] | null> {
  const owner = session.peek();
  const portions: MixedPortion[] = [];
  for (const { kind, bytes, share, steps } of mixture) {
    if (!(await openTexts(kind, owner))) return null;
    const documents = ownedCount(kind, bytes, owner);
    portions.push({ name: toolName(owner, kind), documents, share, steps });
  }
  return portions;
}

/** Held-out pages of the plan with a near copy among its training pages; null when its pages can't be had. */
export async function leaksIn(
  mixture: readonly MixedDataset[],
  heldOutShare: number,
  onShare: OnShare,
): Promise<LeakReport | null> {
  const portions = await portionsOf(mixture);
  return portions && (await dataTools()).checkLeaks(portions, heldOutShare, onShare);
}

/** What each vocabulary size makes of a text and of the plan's own mixture; null when its pages can't be had. */
export async function benchMixture(
  mixture: readonly MixedDataset[],
  wish: BenchWish,
  onShare: OnShare,
): Promise<TokenBench | null> {
  const portions = await portionsOf(mixture);
  return portions && (await dataTools()).benchTokenizers(portions, wish, onShare);
}
