/** What the team may read over HTTP, fetched once and kept: the market, pages of documents, demonstration cards. */

import { signal } from '@preact/signals';
import {
  ROUTES,
  type CorpusReply,
  type DeckReply,
  type DocumentsReply,
  type MarketReply,
} from '../../shared/game/wire/routes.ts';
import type { CorpusKind } from '../../shared/world/document.ts';
import type { AnswerStyle } from '../../shared/world/packs.ts';
import { backoffMs, sleep } from './backoff.ts';
import { fillRoute, getJson } from './http.ts';
import { seat } from './session.ts';

export const market = signal<MarketReply | null>(null);
export const decks = signal<Partial<Record<AnswerStyle, DeckReply>>>({});

const ATTEMPTS = 12;
const underway = new Map<string, Promise<unknown>>();
const pages = new Map<string, DocumentsReply>();

/** Fetches JSON of the team until it is there (the server may still be preparing it); null when it gives up. */
async function fetchTeamJson<T>(path: string): Promise<T | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const token = seat.peek()?.token;
    if (!token) return null;
    const reply = await getJson<T>(path, token);
    if (reply.ok) return reply.value;
    if (!['client/offline', 'protocol/server_busy', 'protocol/not_found'].includes(reply.error.code))
      return null;
    await sleep(backoffMs(attempt, Math.random()));
  }
  return null;
}

/** One fetch at a time for each thing, whoever asks. */
function once<T>(key: string, work: () => Promise<T>): Promise<T> {
  const running = underway.get(key) as Promise<T> | undefined;
  if (running) return running;
  const started = work().finally(() => underway.delete(key));
  underway.set(key, started);
  return started;
}

export async function loadMarket(): Promise<void> {
  if (market.peek()) return;
  market.value = await once('market', () => fetchTeamJson<MarketReply>(ROUTES.market));
}

export async function loadDeck(style: AnswerStyle): Promise<void> {
  if (decks.peek()[style]) return;
  const deck = await once(`deck/${style}`, () => fetchTeamJson<DeckReply>(fillRoute(ROUTES.deck, { style })));
  if (deck) decks.value = { ...decks.peek(), [style]: deck };
}

/** A page of real documents of a dataset, or null. */
export async function loadDocuments(kind: CorpusKind, page: number): Promise<DocumentsReply | null> {
  const path = `${fillRoute(ROUTES.documents, { kind })}?page=${page}`;
  const known = pages.get(path);
  if (known) return known;
  const reply = await once(path, () => fetchTeamJson<DocumentsReply>(path));
  if (reply) pages.set(path, reply);
  return reply;
}

/** All documents of a dataset, or null; whoever asks keeps them. */
export async function loadCorpus(kind: CorpusKind): Promise<string[] | null> {
  const path = fillRoute(ROUTES.corpus, { kind });
  const reply = await once(path, () => fetchTeamJson<CorpusReply>(path));
  return reply?.texts ?? null;
}

/** Forgets everything, for another match. */
export function clearLibrary(): void {
  market.value = null;
  decks.value = {};
  pages.clear();
}
