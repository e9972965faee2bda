/** Cleans the datasets that a team bought, as its plan says and with a classifier trained on its own labels. */

import { cleanDocuments } from '../../shared/data/clean.ts';
import { trainQuality } from '../../shared/data/quality.ts';
import type { CleaningOutcome } from '../../shared/rules/cleaning.ts';
import { countLabels, type SettledLabel } from '../../shared/rules/labels.ts';
import type { CorpusKind, TextDocument } from '../../shared/world/document.ts';
import type { PrepareTask } from './tasks.ts';
import type { MatchTexts } from './texts.ts';

export interface CleanedDatasets<T> {
  datasets: T[];
  outcome: CleaningOutcome;
}

/** Weights of the classifier that the labels make, on the server's own text. */
function learnQuality({ market }: MatchTexts, labels: readonly SettledLabel[]): Float64Array {
  return trainQuality(
    labels.flatMap(({ kind, number, keep }) => {
      const document = market[kind][number - 1];
      return document ? [{ text: document.text, keep }] : [];
    }),
  );
}

/** A dataset of which the team labelled too little is not filtered: the classifier knows nothing of its kind. */
export function cleanBought<T extends { kind: CorpusKind; documents: TextDocument[] }>(
  texts: MatchTexts,
  bought: readonly T[],
  { data, labels = [] }: Pick<PrepareTask, 'data' | 'labels'>,
): CleanedDatasets<T> {
  const { similarity, scrub, quality: threshold } = data.cleaning;
  const weights = threshold === null ? null : learnQuality(texts, labels);
  const { kinds } = countLabels(labels);
  const cleaned = bought.map(({ kind, documents }) => {
    const quality = weights && threshold !== null && kinds.includes(kind) ? { threshold, weights } : null;
    return cleanDocuments(documents, { similarity, quality, scrub });
  });
  return {
    datasets: bought.map((dataset, index) => ({ ...dataset, documents: cleaned[index].documents })),
    outcome: {
      datasets: bought.map(({ kind }, index) => ({ kind, ...cleaned[index].count })),
      secrets: null,
    },
  };
}
