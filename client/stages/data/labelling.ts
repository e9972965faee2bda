/** Which page a player should label next, and who has labelled how much. */

import { uncertainOrder } from '../../../shared/data/quality.ts';
import { createRandom, hashSeed } from '../../../shared/random.ts';
import { documentName, isDealtTo } from '../../../shared/game/stages/data/labels.ts';
import type { Labels } from '../../../shared/game/stages/data/state.ts';
import type { CorpusKind } from '../../../shared/world/document.ts';

export interface Labelling {
  kind: CorpusKind;
  /** Documents of the dataset. */
  documents: number;
  /** Ids of the members who are here, and this player's own. */
  memberIds: readonly string[];
  playerId: string;
  labels: Labels;
  /** Names of documents that this player has seen here, also those whose label is still on its way. */
  seen: ReadonlySet<string>;
  /** What the classifier thinks of each document; null while there is none. */
  probabilities: ArrayLike<number> | null;
}

/** One page in so many is drawn by chance, so that the classifier is also taught what it is wrongly sure of. */
export const CHANCE_EVERY = 4;

/** Numbers of documents in an order of chance that is the same for all members, so that each can take a share of its own. */
function chanceOrder(kind: CorpusKind, documents: number): number[] {
  const numbers = Array.from({ length: documents }, (_, index) => index + 1);
  return createRandom(hashSeed(0, `labels of ${kind}`)).shuffle(numbers);
}

/**
 * The number of the next page, or null when this player has labelled all: the ones that the classifier is least sure of
 * first, now and then one by chance; of this player's own share before those of others, and nothing twice.
 */
export function nextNumber(labelling: Labelling): number | null {
  const { kind, documents, memberIds, playerId, labels, seen, probabilities } = labelling;
  const byChance = !probabilities || seen.size % CHANCE_EVERY === CHANCE_EVERY - 1;
  const order = byChance
    ? chanceOrder(kind, documents)
    : uncertainOrder(probabilities).map((place) => place + 1);
  const isNew = (number: number): boolean => {
    const name = documentName(kind, number);
    return !seen.has(name) && !Object.hasOwn(labels[name] ?? {}, playerId);
  };
  const untouched = order.filter(
    (number) => isNew(number) && !Object.hasOwn(labels, documentName(kind, number)),
  );
  return (
    untouched.find((number) => isDealtTo(memberIds, playerId, number)) ??
    untouched[0] ??
    order.find(isNew) ??
    null
  );
}

/** Labels of each member, most first. */
export function labelsByPlayer(labels: Labels): { playerId: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const byPlayer of Object.values(labels)) {
    for (const playerId of Object.keys(byPlayer)) counts.set(playerId, (counts.get(playerId) ?? 0) + 1);
  }
  return [...counts]
    .map(([playerId, count]) => ({ playerId, count }))
    .toSorted((a, b) => b.count - a.count || (a.playerId < b.playerId ? -1 : 1));
}
