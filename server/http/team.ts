/** Routes of a seated player: what the team may read, and the way of checkpoints, shards and updates. */

import express, { Router, type Request, type Response } from 'express';
import {
  documentsQuery,
  MAX_UPDATE_BYTES,
  ROUTES,
  styleParam,
  type ArenaReply,
  type DocumentsReply,
  type PairsReply,
} from '../../shared/protocol/http.ts';
import { ballotOf, tallyOf } from '../../shared/rules/arena.ts';
import type { Match, TrainingStage } from '../../shared/rules/match.ts';
import { dealPairs } from '../../shared/rules/deal.ts';
import { CORPUS_KINDS } from '../../shared/world/document.ts';
import type { Directory, HostedMatch } from '../matchmaking/directory.ts';
import type { MarketFacts } from '../referee/tasks.ts';
import { refuse, valueOf } from './errors.ts';
import { sendTexts } from './texts.ts';

/** Documents of one page: a phone's screen of stories. */
const PAGE_DOCUMENTS = 8;

interface Seat {
  hosted: HostedMatch;
  playerId: string;
}

/** The seat whose token the request carries; the host may read, but has no team. */
function bearerOf(directory: Directory, request: Request): ReturnType<Directory['byToken']> {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token ? directory.byToken(token) : null;
}

function seatOf(directory: Directory, request: Request): Seat {
  const holder = bearerOf(directory, request);
  if (holder?.seat.kind !== 'player') refuse('protocol/bad_token');
  return { hosted: holder.hosted, playerId: holder.seat.playerId };
}

async function marketOf(directory: Directory, request: Request): Promise<MarketFacts> {
  const holder = bearerOf(directory, request) ?? refuse('protocol/bad_token');
  return holder.hosted.market().catch(() => refuse('protocol/server_busy'));
}

function stageOf(text: string): TrainingStage {
  return text === 'pretrain' || text === 'fine-tune' || text === 'align'
    ? text
    : refuse('protocol/not_found');
}

function numberOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : refuse('protocol/bad_message');
}

function sendBytes(response: Response, bytes: Uint8Array): void {
  response.setHeader('Cache-Control', 'no-store');
  response
    .type('application/octet-stream')
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** A page of a dataset; the last one stands for all after it. */
function pageOf({ documents }: MarketFacts, wanted: string, wantedPage: number): DocumentsReply {
  const kind = CORPUS_KINDS.find((candidate) => candidate === wanted);
  if (!kind) refuse('protocol/not_found');
  const pages = Math.ceil(documents[kind].length / PAGE_DOCUMENTS);
  const page = Math.min(wantedPage, pages - 1);
  const first = page * PAGE_DOCUMENTS;
  return {
    page,
    pages,
    documents: documents[kind]
      .slice(first, first + PAGE_DOCUMENTS)
      .map((text, index) => ({ number: first + index + 1, text })),
  };
}

/** The pairs to rate; nothing in them tells whose they are. */
function pairsFor(match: Match, playerId: string): PairsReply {
  const pairs = dealPairs(match, playerId).map(({ teamId: _teamId, ...card }) => ({
    ...card,
    choice: match.ratings[card.id]?.[playerId] ?? null,
  }));
  return { pairs };
}

/** The pairs to vote on; nothing in them tells whose they are before the reveal. `playerId` is null for the host. */
function arenaFor(match: Match, playerId: string | null): ArenaReply {
  const { arena } = match;
  const pairs = playerId === null ? Object.values(arena.pairs) : ballotOf(match, playerId);
  return {
    pairs: pairs.map(({ who, ...card }) => ({
      ...card,
      choice: (playerId && arena.votes[card.id]?.[playerId]) || null,
      reveal: arena.revealed ? { who, tally: tallyOf(arena, card.id) } : null,
    })),
  };
}

export function teamRoutes(directory: Directory): Router {
  const router = Router();
  const bytes = express.raw({ type: () => true, limit: MAX_UPDATE_BYTES });

  router.get(ROUTES.market, (request, response) =>
    marketOf(directory, request).then(({ reply }) => void response.json(reply)),
  );

  router.get(ROUTES.documents, (request: Request<{ kind: string }>, response) =>
    marketOf(directory, request).then((market) => {
      const query = documentsQuery.safeParse(request.query);
      if (!query.success) refuse('protocol/bad_message');
      response.json(pageOf(market, request.params.kind, query.data.page));
    }),
  );

  router.get(ROUTES.corpus, (request: Request<{ kind: string }>, response) =>
    marketOf(directory, request).then(({ documents }) => {
      const kind = CORPUS_KINDS.find((candidate) => candidate === request.params.kind);
      return sendTexts(response, documents[kind ?? refuse('protocol/not_found')]);
    }),
  );

  router.get(ROUTES.deck, (request: Request<{ style: string }>, response) =>
    marketOf(directory, request).then(({ decks }) => {
      const style = styleParam.safeParse(request.params.style);
      if (!style.success) refuse('protocol/not_found');
      response.json(decks[style.data]);
    }),
  );

  router.get(ROUTES.tokenizer, (request, response) => {
    const { hosted, playerId } = seatOf(directory, request);
    const model = hosted.models.get(hosted.service.match.players[playerId].teamId);
    response.json((model ?? refuse('protocol/not_found')).tokenizer);
  });

  router.get(ROUTES.pairs, (request, response) => {
    const { hosted, playerId } = seatOf(directory, request);
    response.json(pairsFor(hosted.service.match, playerId));
  });

  router.get(ROUTES.arena, (request, response) => {
    const { hosted, seat } = bearerOf(directory, request) ?? refuse('protocol/bad_token');
    response.json(arenaFor(hosted.service.match, seat.kind === 'player' ? seat.playerId : null));
  });

  router.get(ROUTES.shard, (request: Request<{ stage: string; round: string }>, response) => {
    const { hosted, playerId } = seatOf(directory, request);
    const { stage, round } = request.params;
    sendBytes(response, valueOf(hosted.door.shard(playerId, stageOf(stage), numberOf(round))));
  });

  router.get(ROUTES.checkpoint, (request: Request<{ stage: string; version: string }>, response) => {
    const { hosted, playerId } = seatOf(directory, request);
    const { stage, version } = request.params;
    sendBytes(response, valueOf(hosted.door.checkpoint(playerId, stageOf(stage), numberOf(version))));
  });

  router.get(ROUTES.probeRows, (request: Request<{ id: string }>, response) => {
    const { hosted, playerId } = seatOf(directory, request);
    sendBytes(response, valueOf(hosted.probes.rows(playerId, request.params.id)));
  });

  router.get(ROUTES.probeCheckpoint, (request: Request<{ id: string }>, response) => {
    const { hosted, playerId } = seatOf(directory, request);
    sendBytes(response, valueOf(hosted.probes.checkpoint(playerId, request.params.id)));
  });

  router.post(ROUTES.probe, bytes, (request: Request<{ id: string }>, response) => {
    const { hosted, playerId } = seatOf(directory, request);
    const body: unknown = request.body;
    const update = body instanceof Uint8Array ? body : new Uint8Array();
    valueOf(hosted.probes.take(playerId, request.params.id, update));
    response.json({ ok: true });
  });

  router.post(ROUTES.update, bytes, (request: Request<{ stage: string; round: string }>, response) => {
    const { hosted, playerId } = seatOf(directory, request);
    const { stage, round } = request.params;
    const body: unknown = request.body;
    const update = body instanceof Uint8Array ? body : new Uint8Array();
    valueOf(hosted.door.update(playerId, stageOf(stage), numberOf(round), update));
    response.json({ ok: true });
  });
  return router;
}
