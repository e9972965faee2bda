/** Cleans the datasets that a team bought, as its plan says and with a classifier trained on its own labels. */

import { accountForSecrets } from '../../shared/data/scrub.ts';
import { cleanDocuments } from '../../shared/data/clean.ts';
import { findLeaks } from '../../shared/data/leak.ts';
import { trainQuality } from '../../shared/data/quality.ts';
import type { CleaningOutcome, TestLeaks, SecretsReport } from '../../shared/game/stages/data/cleaning.ts';
import { countLabels, type SettledLabel } from '../../shared/game/stages/data/labels.ts';
import type { CorpusKind, TextDocument } from '../../shared/world/document.ts';
import { privateFacts } from '../../shared/world/private-facts.ts';
import type { World } from '../../shared/world/types.ts';
import type { PrepareTask } from './tasks.ts';
import type { HeldOut, MatchTexts } from './texts.ts';

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

/** Secrets that slipped past the masks, as many as a player will read. */
const EXAMPLES = 3;

/** How often the world's true secrets are told in raw text and in what is left of it; null where none is. */
function reportSecrets(world: World, raw: readonly string[], left: readonly string[]): SecretsReport | null {
  /* A code alone could stand anywhere by chance, so it counts together with whose it is. */
  const secrets = privateFacts(world).map(({ prompt, secret }) => `${prompt} ${secret}`);
  const account = accountForSecrets(raw, left, secrets);
  if (account.told === 0) return null;
  const examples = account.missed.slice(0, EXAMPLES).map(({ secret }) => secret);
  return { told: account.told, left: account.left, examples };
}

const textsOf = (documents: readonly TextDocument[]): string[] => documents.map(({ text }) => text);

/** Looks for the pages of both tests in what a team will train on. */
function reportLeaks({ validation, sealed }: MatchTexts, train: readonly string[]): TestLeaks {
  const pagesOf = ({ texts }: HeldOut): string[] => textsOf(Object.values(texts).flat());
  const parts = { train, heldOut: pagesOf(validation), sealed: pagesOf(sealed) };
  const found = findLeaks(parts).filter(({ part }) => part === 'train');
  const exact = found.filter(({ isExact }) => isExact).length;
  return { documents: parts.heldOut.length + parts.sealed.length, exact, near: found.length - exact };
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
  const cleaned = bought.map((dataset) => {
    const { kind, documents } = dataset;
    const quality = weights && threshold !== null && kinds.includes(kind) ? { threshold, weights } : null;
    return { dataset, ...cleanDocuments(documents, { similarity, quality, scrub }) };
  });
  const left = cleaned.flatMap(({ documents }) => textsOf(documents));
  return {
    datasets: cleaned.map(({ dataset, documents }) => ({ ...dataset, documents })),
    outcome: {
      datasets: cleaned.map(({ dataset: { kind }, count }) => ({ kind, ...count })),
      secrets: reportSecrets(
        texts.world,
        bought.flatMap(({ documents }) => textsOf(documents)),
        left,
      ),
      leaks: reportLeaks(texts, left),
    },
  };
}
