/** What the player's own plan means for cleaning: the parts of datasets that it buys, and what its steps do to each. */

import type { CleanedCount, CleaningSteps } from '../../../shared/data/clean.ts';
import { takeBytes } from '../../../shared/data/take-bytes.ts';
import type { Cleaning } from '../../../shared/game/stages/data/cleaning.ts';
import { bytesOf, normalizedShares, type DataPlan } from '../../../shared/game/stages/data/plan.ts';
import { CORPUS_KINDS, type CorpusKind } from '../../../shared/world/document.ts';
import type { ByKind, OwnedPortion } from '../../lab/cleaning.ts';
import type { MixedDataset } from '../../lab/drawer.ts';

/** The bought part of each dataset on the market; an archive is on no shelf, so that only the server can clean it. */
export function ownedPortions({ purchases }: DataPlan): OwnedPortion[] {
  return CORPUS_KINDS.flatMap((kind) => {
    const portion = purchases[kind];
    return portion && portion !== 'archive' ? [{ kind, bytes: bytesOf(kind, portion) }] : [];
  });
}

/**
 * The plan's datasets with their shares, as the tokenizer will learn from them; `weights` are the classifier's for the kinds that it
 * knows. For an archive, which is on no shelf, stands the whole dataset of its kind.
 */
export function mixedDatasets(
  plan: DataPlan,
  judgedKinds: readonly CorpusKind[],
  weights: Float32Array | null,
): MixedDataset[] {
  return normalizedShares(plan).map(({ kind, share }) => {
    const portion = plan.purchases[kind] === 'half' ? 'half' : 'whole';
    const steps = stepsFor(plan.cleaning, judgedKinds.includes(kind) ? weights : null);
    return { kind, share, bytes: bytesOf(kind, portion), steps };
  });
}

/** What the classifier thinks of the bought documents, of each of these datasets that it judged. */
export function ownedJudgements(
  plan: DataPlan,
  kinds: readonly CorpusKind[],
  judged: ByKind<Float64Array>,
  texts: ByKind<string[]>,
): { kind: CorpusKind; probabilities: Float64Array }[] {
  return ownedPortions(plan).flatMap(({ kind, bytes }) => {
    const probabilities = judged[kind];
    const all = texts[kind];
    if (!probabilities || !all || !kinds.includes(kind)) return [];
    const documents = takeBytes(
      all.map((text) => ({ text })),
      bytes,
    ).length;
    return [{ kind, probabilities: probabilities.subarray(0, documents) }];
  });
}

/** The plan's steps as they fall on one dataset: without a classifier that knows its kind nothing is tossed. */
export function stepsFor(
  { similarity, quality, scrub }: Cleaning,
  weights: Float32Array | null,
): CleaningSteps {
  return {
    similarity,
    scrub,
    quality: quality === null || !weights ? null : { threshold: quality, weights },
  };
}

/** Share of each dataset's bytes that cleaning leaves, 0 to 1. */
export function leftShares(counts: ByKind<CleanedCount>): ByKind<number> {
  return Object.fromEntries(
    Object.entries(counts).map(([kind, { bytes, bytesLeft }]) => [kind, bytes > 0 ? bytesLeft / bytes : 1]),
  );
}
