/** What the team may read over HTTP, fetched once and kept: the market, pages of documents, demonstration cards, the tokenizer. */

import {
  ROUTES,
  type CorpusReply,
  type DeckReply,
  type DocumentsReply,
  type MarketReply,
} from '../../shared/game/wire/routes.ts';
import type { CorpusKind } from '../../shared/world/document.ts';
import type { AnswerStyle } from '../../shared/world/packs.ts';
import { backoffMs, sleep } from '../session/backoff.ts';
import { session } from '../session/current.ts';
import { fillRoute } from '../session/http.ts';
import { perSeat, seatSignal } from '../session/per-seat.ts';
import type { Session } from '../session/session.ts';

export const market = seatSignal<MarketReply | null>(null);
export const decks = seatSignal<Partial<Record<AnswerStyle, DeckReply>>>({});

const ATTEMPTS = 12;

/** What is being fetched, and what no view watches. */
const shelf = perSeat(() => ({
  underway: new Map<string, Promise<unknown>>(),
  pages: new Map<string, DocumentsReply>(),
  tokenizer: null as { teamId: string; file: unknown } | null,
}));

/** Fetches JSON of the team until it is there (the server may still be preparing it); null when it gives up. */
async function fetchTeamJson<T>(owner: Session, path: string): Promise<T | null> {
  for (let attempt = 0; attempt < ATTEMPTS && !owner.isOver; attempt++) {
    const reply = await owner.getJson<T>(path);
    if (reply.ok) return reply.value;
    if (!['client/offline', 'protocol/server_busy', 'protocol/not_found'].includes(reply.error.code))
      return null;
    await sleep(backoffMs(attempt, Math.random()));
  }
  return null;
}

/** One fetch at a time for each thing, whoever asks. */
function once<T>(owner: Session, key: string, work: () => Promise<T>): Promise<T> {
  const { underway } = shelf.of(owner);
  const running = underway.get(key) as Promise<T> | undefined;
  if (running) return running;
  const started = work().finally(() => underway.delete(key));
  underway.set(key, started);
  return started;
}

export async function loadMarket(): Promise<void> {
  const owner = session.peek();
  const own = market.of(owner);
  if (own.peek()) return;
  own.value = await once(owner, 'market', () => fetchTeamJson<MarketReply>(owner, ROUTES.market));
}

export async function loadDeck(style: AnswerStyle): Promise<void> {
  const owner = session.peek();
  const own = decks.of(owner);
  if (own.peek()[style]) return;
  const path = fillRoute(ROUTES.deck, { style });
  const deck = await once(owner, path, () => fetchTeamJson<DeckReply>(owner, path));
  if (deck) own.value = { ...own.peek(), [style]: deck };
}

/** A page of real documents of a dataset, or null. */
export async function loadDocuments(kind: CorpusKind, page: number): Promise<DocumentsReply | null> {
  const owner = session.peek();
  const { pages } = shelf.of(owner);
  const path = `${fillRoute(ROUTES.documents, { kind })}?page=${page}`;
  const known = pages.get(path);
  if (known) return known;
  const reply = await once(owner, path, () => fetchTeamJson<DocumentsReply>(owner, path));
  if (reply) pages.set(path, reply);
  return reply;
}

/** All documents of a dataset, or null; whoever asks keeps them. */
export async function loadCorpus(owner: Session, kind: CorpusKind): Promise<string[] | null> {
  const path = fillRoute(ROUTES.corpus, { kind });
  const reply = await once(owner, path, () => fetchTeamJson<CorpusReply>(owner, path));
  return reply?.texts ?? null;
}

/** The team's tokenizer in its stored form; null when it could not be had this time. */
export async function loadTokenizer(owner: Session): Promise<unknown> {
  const kept = shelf.of(owner);
  const teamId = owner.standpoint.peek()?.team.id ?? '';
  if (kept.tokenizer?.teamId === teamId) return kept.tokenizer.file;
  const reply = await owner.getJson<unknown>(ROUTES.tokenizer);
  if (!reply.ok) return null;
  kept.tokenizer = { teamId, file: reply.value };
  return reply.value;
}
