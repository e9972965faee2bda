/** What the page knows of its datasets by its own tools: their texts, and what filter, copy finder and scrubber make of them. */

import type { CleanedCount, CleaningSteps } from '../../shared/data/clean.ts';
import { takeBytes } from '../../shared/data/take-bytes.ts';
import type { LabelledText } from '../../shared/data/quality.ts';
import type { SettledLabel } from '../../shared/game/stages/data/labels.ts';
import type { CorpusKind } from '../../shared/world/document.ts';
import type { CopiesFound, Learned, OnShare, Portion, SecretsFound } from './data-tools/api.ts';
import { dataTools } from './data-tools/host.ts';
import { session } from '../session/current.ts';
import { perSeat, seatSignal, type SeatSignal } from '../session/per-seat.ts';
import type { Session } from '../session/session.ts';
import { loadCorpus } from './library.ts';

export type ByKind<T> = Partial<Record<CorpusKind, T>>;

/** All documents of the datasets that were looked at. */
export const texts = seatSignal<ByKind<string[]>>({});
/** The newest classifier and the labels that it learned from; null until there are enough. */
export const classifier = seatSignal<(Learned & { labels: number }) | null>(null);
/** How likely the newest classifier would keep each document of a dataset. */
export const judged = seatSignal<ByKind<Float64Array>>({});
export const copiesFound = seatSignal<ByKind<CopiesFound>>({});
export const secretsFound = seatSignal<ByKind<SecretsFound>>({});
/** What all steps together leave of each dataset. */
export const cleanedCounts = seatSignal<ByKind<CleanedCount>>({});
/** How far the slow work that is under way is, 0 to 1; null while none is. */
export const share = seatSignal<number | null>(null);

/** A dataset, and how many bytes from its start the team would own. */
export interface OwnedPortion {
  kind: CorpusKind;
  bytes: number;
}

/** How many documents of a dataset that was opened make up so many bytes. */
export function ownedCount(kind: CorpusKind, bytes: number, owner: Session = session.peek()): number {
  return takeBytes(
    (texts.of(owner).peek()[kind] ?? []).map((text) => ({ text })),
    bytes,
  ).length;
}

/** What is asked for and under way. */
const state = perSeat(() => ({
  /** The newest wish of each kind of work: an older one gives up when it next looks. */
  wishes: new Map<string, number>(),
  lastWish: 0,
  /** One thing at a time, so that a slider's last position waits for one answer and not for ten. */
  queue: Promise.resolve() as Promise<unknown>,
}));

/** What the tools call a dataset: in another match, one of the same kind is another. */
export function toolName(owner: Session, kind: CorpusKind): string {
  return `${owner.number}/${kind}`;
}

/** Fetches a dataset and hands it to the tools, once. False when it could not be had. */
export async function openTexts(kind: CorpusKind, owner: Session = session.peek()): Promise<boolean> {
  const own = texts.of(owner);
  if (own.peek()[kind]) return true;
  const loaded = await loadCorpus(owner, kind);
  if (!loaded) return false;
  if (own.peek()[kind]) return true;
  const tools = await dataTools();
  const name = toolName(owner, kind);
  await tools.keep(name, loaded);
  owner.onEnd(() => void tools.forget(name));
  if (owner.isOver) return false;
  own.value = { ...own.peek(), [kind]: loaded };
  return true;
}

/** Runs work after what is under way, unless the same kind of work was asked for anew by then. */
function latest(
  owner: Session,
  name: string,
  work: (isWanted: () => boolean) => Promise<void>,
): Promise<void> {
  const own = state.of(owner);
  const wish = ++own.lastWish;
  own.wishes.set(name, wish);
  const isWanted = (): boolean => !owner.isOver && own.wishes.get(name) === wish;
  const done = own.queue.then(() => (isWanted() ? work(isWanted) : undefined));
  own.queue = done.catch(() => undefined).then(() => (share.of(owner).value = null));
  return done.catch((problem: unknown) => {
    /* Of a dataset that was forgotten with its match, the tools know nothing. */
    if (!owner.isOver) console.warn('The data tools failed:', problem);
  });
}

/** Does something with each dataset in turn and puts the results into a signal; what is no longer owned leaves it. */
function forEach<T>(
  name: string,
  portions: readonly OwnedPortion[],
  into: SeatSignal<ByKind<T>>,
  work: (kind: CorpusKind, portion: Portion, onShare: OnShare) => Promise<T>,
): Promise<void> {
  const owner = session.peek();
  return latest(owner, name, async (isWanted) => {
    const found: ByKind<T> = {};
    for (const [index, { kind, bytes }] of portions.entries()) {
      if (!(await openTexts(kind, owner)) || !isWanted()) return;
      const documents = ownedCount(kind, bytes, owner);
      const onShare: OnShare = (part) => (share.of(owner).value = (index + part) / portions.length);
      found[kind] = await work(kind, { name: toolName(owner, kind), documents }, onShare);
    }
    if (isWanted()) into.of(owner).value = found;
  });
}

export function lookForCopies(portions: readonly OwnedPortion[], similarity: number): Promise<void> {
  return forEach('copies', portions, copiesFound, async (_kind, portion, onShare) =>
    (await dataTools()).findCopies(portion, similarity, onShare),
  );
}

export function lookForSecrets(portions: readonly OwnedPortion[]): Promise<void> {
  return forEach('secrets', portions, secretsFound, async (_kind, portion, onShare) =>
    (await dataTools()).findSecrets(portion, onShare),
  );
}

/** Counts what is left; `stepsOf` says what is done to each dataset. */
export function countCleaned(
  portions: readonly OwnedPortion[],
  stepsOf: (kind: CorpusKind) => CleaningSteps,
): Promise<void> {
  return forEach('counts', portions, cleanedCounts, async (kind, portion, onShare) =>
    (await dataTools()).clean(portion, stepsOf(kind), onShare),
  );
}

/** Trains the classifier on the team's labels and lets it judge these datasets. */
export function learn(labels: readonly SettledLabel[], kinds: readonly CorpusKind[]): Promise<void> {
  const owner = session.peek();
  const own = texts.of(owner);
  return latest(owner, 'learn', async (isWanted) => {
    const tools = await dataTools();
    const needed = new Set([...labels.map(({ kind }) => kind), ...kinds]);
    for (const kind of needed) if (!(await openTexts(kind, owner))) return;
    const known = labels.flatMap(({ kind, number, keep }): LabelledText[] => {
      const text = own.peek()[kind]?.[number - 1];
      return text === undefined ? [] : [{ text, keep }];
    });
    const learned = await tools.learn(known);
    if (!isWanted()) return;
    const judgements: ByKind<Float64Array> = {};
    for (const kind of kinds) {
      const portion = { name: toolName(owner, kind), documents: own.peek()[kind]?.length ?? 0 };
      judgements[kind] = await tools.judge(portion, learned.weights, () => undefined);
    }
    if (!isWanted()) return;
    classifier.of(owner).value = { ...learned, labels: known.length };
    judged.of(owner).value = judgements;
  });
}
