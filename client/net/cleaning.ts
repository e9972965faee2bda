/** What the page knows of its datasets by its own tools: their texts, and what filter, copy finder and scrubber make of them. */

import { signal, type Signal } from '@preact/signals';
import type { CleanedCount, CleaningSteps } from '../../shared/data/clean.ts';
import { takeBytes } from '../../shared/data/take-bytes.ts';
import type { LabelledText } from '../../shared/data/quality.ts';
import type { SettledLabel } from '../../shared/game/stages/data/labels.ts';
import type { CorpusKind } from '../../shared/world/document.ts';
import type { CopiesFound, Learned, OnShare, Portion, SecretsFound } from '../worker/data-tools-api.ts';
import { dataTools } from '../worker/data-tools-host.ts';
import { loadCorpus } from './library.ts';
import { seat } from './session.ts';

export type ByKind<T> = Partial<Record<CorpusKind, T>>;

/** All documents of the datasets that were looked at. */
export const texts = signal<ByKind<string[]>>({});
/** The newest classifier and the labels that it learned from; null until there are enough. */
export const classifier = signal<(Learned & { labels: number }) | null>(null);
/** How likely the newest classifier would keep each document of a dataset. */
export const judged = signal<ByKind<Float64Array>>({});
export const copiesFound = signal<ByKind<CopiesFound>>({});
export const secretsFound = signal<ByKind<SecretsFound>>({});
/** What all steps together leave of each dataset. */
export const cleanedCounts = signal<ByKind<CleanedCount>>({});
/** How far the slow work that is under way is, 0 to 1; null while none is. */
export const share = signal<number | null>(null);

/** A dataset, and how many bytes from its start the team would own. */
export interface OwnedPortion {
  kind: CorpusKind;
  bytes: number;
}

/** How many documents of a dataset that was opened make up so many bytes. */
export function ownedCount(kind: CorpusKind, bytes: number): number {
  return takeBytes(
    (texts.peek()[kind] ?? []).map((text) => ({ text })),
    bytes,
  ).length;
}

/** The newest wish of each kind of work: an older one gives up when it next looks. */
const wishes = new Map<string, number>();
/** Whose datasets these are: another seat may be in another match. */
let owner = '';

/** Forgets what belongs to another seat. */
function forgetOthers(): void {
  const token = seat.peek()?.token ?? '';
  if (token === owner) return;
  owner = token;
  wishes.clear();
  texts.value = {};
  classifier.value = null;
  judged.value = {};
  copiesFound.value = {};
  secretsFound.value = {};
  cleanedCounts.value = {};
}

/** Fetches a dataset and hands it to the tools, once. False when it could not be had. */
export async function openTexts(kind: CorpusKind): Promise<boolean> {
  forgetOthers();
  if (texts.peek()[kind]) return true;
  const loaded = await loadCorpus(kind);
  if (!loaded) return false;
  if (texts.peek()[kind]) return true;
  await (await dataTools()).keep(kind, loaded);
  texts.value = { ...texts.peek(), [kind]: loaded };
  return true;
}

let lastWish = 0;
/** One thing at a time, so that a slider's last position waits for one answer and not for ten. */
let queue: Promise<unknown> = Promise.resolve();

/** Runs work after what is under way, unless the same kind of work was asked for anew by then. */
function latest(name: string, work: (isWanted: () => boolean) => Promise<void>): Promise<void> {
  const wish = ++lastWish;
  wishes.set(name, wish);
  const isWanted = (): boolean => wishes.get(name) === wish;
  const done = queue.then(() => (isWanted() ? work(isWanted) : undefined));
  queue = done.catch(() => undefined).then(() => (share.value = null));
  return done.catch((problem: unknown) => console.warn('The data tools failed:', problem));
}

/** Does something with each dataset in turn and puts the results into a signal; what is no longer owned leaves it. */
function forEach<T>(
  name: string,
  portions: readonly OwnedPortion[],
  into: Signal<ByKind<T>>,
  work: (portion: Portion, onShare: OnShare) => Promise<T>,
): Promise<void> {
  return latest(name, async (isWanted) => {
    const found: ByKind<T> = {};
    for (const [index, { kind, bytes }] of portions.entries()) {
      if (!(await openTexts(kind)) || !isWanted()) return;
      const documents = ownedCount(kind, bytes);
      const onShare: OnShare = (part) => (share.value = (index + part) / portions.length);
      found[kind] = await work({ name: kind, documents }, onShare);
    }
    if (isWanted()) into.value = found;
  });
}

export function lookForCopies(portions: readonly OwnedPortion[], similarity: number): Promise<void> {
  return forEach('copies', portions, copiesFound, async (portion, onShare) =>
    (await dataTools()).findCopies(portion, similarity, onShare),
  );
}

export function lookForSecrets(portions: readonly OwnedPortion[]): Promise<void> {
  return forEach('secrets', portions, secretsFound, async (portion, onShare) =>
    (await dataTools()).findSecrets(portion, onShare),
  );
}

/** Counts what is left; `stepsOf` says what is done to each dataset. */
export function countCleaned(
  portions: readonly OwnedPortion[],
  stepsOf: (kind: CorpusKind) => CleaningSteps,
): Promise<void> {
  return forEach('counts', portions, cleanedCounts, async (portion, onShare) =>
    (await dataTools()).clean(portion, stepsOf(portion.name as CorpusKind), onShare),
  );
}

/** Trains the classifier on the team's labels and lets it judge these datasets. */
export function learn(labels: readonly SettledLabel[], kinds: readonly CorpusKind[]): Promise<void> {
  return latest('learn', async (isWanted) => {
    const tools = await dataTools();
    const needed = new Set([...labels.map(({ kind }) => kind), ...kinds]);
    for (const kind of needed) if (!(await openTexts(kind))) return;
    const known = labels.flatMap(({ kind, number, keep }): LabelledText[] => {
      const text = texts.peek()[kind]?.[number - 1];
      return text === undefined ? [] : [{ text, keep }];
    });
    const learned = await tools.learn(known);
    if (!isWanted()) return;
    const judgements: ByKind<Float64Array> = {};
    for (const kind of kinds) {
      const documents = texts.peek()[kind]?.length ?? 0;
      judgements[kind] = await tools.judge({ name: kind, documents }, learned.weights, () => undefined);
    }
    if (!isWanted()) return;
    classifier.value = { ...learned, labels: known.length };
    judged.value = judgements;
  });
}
