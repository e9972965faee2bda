/** Routes of a seated player: what the team may read, and the way of checkpoints, shards and updates. */

import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import type { z } from 'zod';
import {
  MAX_UPDATE_BYTES,
  ROUTES,
  type ArenaReply,
  type DocumentsReply,
  type PairsReply,
} from '../../shared/game/wire/routes.ts';
import {
  documentsQuery,
  kindParam,
  numberParam,
  probeParam,
  stageParam,
  styleParam,
} from '../../shared/game/wire/bodies.ts';
import { ratingOf } from '../../shared/game/stages/align/preferences.ts';
import { ballotOf, tallyOf, voteOf } from '../../shared/game/stages/arena/votes.ts';
import { lookUp } from '../../shared/game/look-up.ts';
import type { Match } from '../../shared/game/match.ts';
import { dealPairs } from '../../shared/game/stages/align/deal.ts';
import type { ErrorCode } from '../../shared/game/result.ts';
import type { CorpusKind } from '../../shared/world/document.ts';
import type { Directory, HostedMatch } from '../matchmaking/directory.ts';
import type { MarketFacts } from '../referee/tasks.ts';
import { createInFlight } from '../limits/in-flight.ts';
import { seatKey } from '../limits/seat-key.ts';
import { bearerOf } from './bearer.ts';
import { refuse, valueOf } from './errors.ts';
import { sendTexts } from './texts.ts';
import { sliceOf } from '../../shared/game/slices.ts';

/** An update, a probe, and one that is sent again over a slow network. */
const UPLOADS_OF_SEAT = 3;
/** Documents of one page: a phone's screen of stories. */
const PAGE_DOCUMENTS = 8;

interface SeatedPlayer {
  hosted: HostedMatch;
  playerId: string;
}

function seatOf(directory: Directory, request: Request): SeatedPlayer {
  const holder = bearerOf(directory, request);
  if (holder?.seat.kind !== 'player') refuse('protocol/bad_token');
  return { hosted: holder.hosted, playerId: holder.seat.playerId };
}

async function marketOf(directory: Directory, request: Request): Promise<MarketFacts> {
  const holder = bearerOf(directory, request) ?? refuse('protocol/bad_token');
  const { hosted } = holder;
  return hosted
    .market()
    .catch(() => refuse(hosted.service.signal.aborted ? 'match/closed' : 'protocol/server_busy'));
}

/** A part of the address or the query, read by its validator; refused with this code where it is none. */
function read<T extends z.ZodType>(
  schema: T,
  part: unknown,
  code: ErrorCode = 'protocol/not_found',
): z.output<T> {
  const parsed = schema.safeParse(part);
  return parsed.success ? parsed.data : refuse(code);
}

/** Nobody is told what became of an update before that is written down. */
async function written({ service }: HostedMatch): Promise<void> {
  await service
    .written()
    .catch(() => refuse(service.signal.aborted ? 'match/closed' : 'protocol/server_busy'));
}

/** The stage and the number of a round or a version. */
function placeOf({ stage, number }: { stage: string; number: string }) {
  return {
    stage: read(stageParam, stage),
    number: read(numberParam, number, 'protocol/bad_message'),
  };
}

function sendBytes(response: Response, bytes: Uint8Array): void {
  response.setHeader('Cache-Control', 'no-store');
  response
    .type('application/octet-stream')
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** A page of a dataset; the last one stands for all after it. */
function pageOf({ documents }: MarketFacts, kind: CorpusKind, wantedPage: number): DocumentsReply {
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
    choice: ratingOf(match, card.id, playerId),
  }));
  return { pairs };
}

/** The pairs to vote on; nothing in them tells whose they are before the reveal. `playerId` is null for the host. */
function arenaFor(match: Match, playerId: string | null): ArenaReply {
  const arena = sliceOf(match, 'arena');
  const pairs = playerId === null ? Object.values(arena.pairs) : ballotOf(match, playerId);
  return {
    pairs: pairs.map(({ who, ...card }) => ({
      ...card,
      choice: playerId === null ? null : voteOf(arena, card.id, playerId),
      reveal: arena.revealed ? { who, tally: tallyOf(arena, card.id) } : null,
    })),
  };
}

export function teamRoutes(directory: Directory): Router {
  const router = Router();

  const readBytes = express.raw({ type: () => true, limit: MAX_UPDATE_BYTES });
  const uploads = createInFlight(UPLOADS_OF_SEAT);
  /** Megabytes are read only from those who are waited for, and only so many at once. */
  const limitUploads: RequestHandler = (request, response, next) => {
    const { hosted, playerId } = seatOf(directory, request);
    const leave = uploads.enter(seatKey(hosted.code, { kind: 'player', playerId }));
    if (!leave) refuse('protocol/rate_limited');
    response.once('close', leave);
    next();
  };
  const awaitsProbe: RequestHandler<{ id: string }> = (request, _response, next) => {
    const { hosted, playerId } = seatOf(directory, request);
    valueOf(hosted.probes.awaits(playerId, read(probeParam, request.params.id)));
    next();
  };
  const awaitsUpdate: RequestHandler<{ stage: string; round: string }> = (request, _response, next) => {
    const { hosted, playerId } = seatOf(directory, request);
    const { stage, number } = placeOf({ stage: request.params.stage, number: request.params.round });
    valueOf(hosted.door.awaits(playerId, stage, number));
    next();
  };
  const bodyOf = ({ body }: { body: unknown }): Uint8Array =>
    body instanceof Uint8Array ? body : new Uint8Array();

  router.get(ROUTES.market, (request, response) =>
    marketOf(directory, request).then(({ reply }) => void response.json(reply)),
  );

  router.get(ROUTES.documents, (request: Request<{ kind: string }>, response) =>
    marketOf(directory, request).then((market) => {
      const { page } = read(documentsQuery, request.query, 'protocol/bad_message');
      response.json(pageOf(market, read(kindParam, request.params.kind), page));
    }),
  );

  router.get(ROUTES.corpus, (request: Request<{ kind: string }>, response) =>
    marketOf(directory, request).then(({ documents }) =>
      sendTexts(response, documents[read(kindParam, request.params.kind)]),
    ),
  );

  router.get(ROUTES.deck, (request: Request<{ style: string }>, response) =>
    marketOf(directory, request).then(({ decks }) => {
      response.json(decks[read(styleParam, request.params.style)]);
    }),
  );

  router.get(ROUTES.tokenizer, (request, response) => {
    const { hosted, playerId } = seatOf(directory, request);
    const player = lookUp(hosted.service.match.players, playerId);
    const model = player && hosted.models.get(player.teamId);
    response.json((model ?? refuse('protocol/not_found')).tokenizer);
  });

  router.get(ROUTES.pairs, (request, response) => {
    const { hosted, playerId } = seatOf(directory, request);
    response.json(pairsFor(hosted.service.shown, playerId));
  });

  router.get(ROUTES.arena, (request, response) => {
    const { hosted, seat } = bearerOf(directory, request) ?? refuse('protocol/bad_token');
    response.json(arenaFor(hosted.service.shown, seat.kind === 'player' ? seat.playerId : null));
  });

  router.get(ROUTES.shard, (request: Request<{ stage: string; round: string }>, response) => {
    const { hosted, playerId } = seatOf(directory, request);
    const { stage, number } = placeOf({ stage: request.params.stage, number: request.params.round });
    sendBytes(response, valueOf(hosted.door.shard(playerId, stage, number)));
  });

  router.get(ROUTES.checkpoint, (request: Request<{ stage: string; version: string }>, response) => {
    const { hosted, playerId } = seatOf(directory, request);
    const { stage, number } = placeOf({ stage: request.params.stage, number: request.params.version });
    sendBytes(response, valueOf(hosted.door.checkpoint(playerId, stage, number)));
  });

  router.get(ROUTES.probeRows, (request: Request<{ id: string }>, response) => {
    const { hosted, playerId } = seatOf(directory, request);
    sendBytes(response, valueOf(hosted.probes.rows(playerId, read(probeParam, request.params.id))));
  });

  router.get(ROUTES.probeCheckpoint, (request: Request<{ id: string }>, response) => {
    const { hosted, playerId } = seatOf(directory, request);
    sendBytes(response, valueOf(hosted.probes.checkpoint(playerId, read(probeParam, request.params.id))));
  });

  router.post(
    ROUTES.probe,
    awaitsProbe,
    limitUploads,
    readBytes,
    async (request: Request<{ id: string }>, response) => {
      const { hosted, playerId } = seatOf(directory, request);
      const taken = hosted.probes.take(playerId, read(probeParam, request.params.id), bodyOf(request));
      await written(hosted);
      valueOf(taken);
      response.json({ ok: true });
    },
  );

  router.post(
    ROUTES.update,
    awaitsUpdate,
    limitUploads,
    readBytes,
    async (request: Request<{ stage: string; round: string }>, response) => {
      const { hosted, playerId } = seatOf(directory, request);
      const { stage, number } = placeOf({ stage: request.params.stage, number: request.params.round });
      const taken = hosted.door.update(playerId, stage, number, bodyOf(request));
      await written(hosted);
      valueOf(taken);
      response.json({ ok: true });
    },
  );
  return router;
}
