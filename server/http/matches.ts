/** Routes before one has a seat: open a match, take a seat, the join code as a picture. */

import express, { Router, type Request } from 'express';
import QRCode from 'qrcode';
import type { z } from 'zod';
import {
  createMatchBody,
  MAX_JSON_BYTES,
  ROUTES,
  takeSeatBody,
  type CreateMatchReply,
  type TakeSeatReply,
} from '../../shared/protocol/http.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { reachableHost } from '../lan.ts';
import { makeId } from '../matchmaking/codes.ts';
import type { HostedMatch } from '../matchmaking/directory.ts';
import { hostMatch, type Hosting } from '../matchmaking/host-match.ts';
import { SYSTEM } from '../room/match-service.ts';
import { refuse, valueOf } from './errors.ts';

/** A body of this version and shape; the version is looked at first, since another one may have other shapes. */
function readBody<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const version = (body as { version?: unknown } | null | undefined)?.version;
  if (typeof version === 'number' && version !== PROTOCOL_VERSION) refuse('protocol/unknown_version');
  const parsed = schema.safeParse(body);
  if (!parsed.success) refuse('protocol/bad_message');
  return parsed.data;
}

/** The address of this server for other devices, such as the phone that scans the code. */
function joinOrigin(request: Request, lanAddress: string | null): string {
  const protocol = request.headers['x-forwarded-proto'] ?? request.protocol;
  const host = request.headers['x-forwarded-host'] ?? request.headers.host;
  return `${String(protocol)}://${reachableHost(String(host), lanAddress)}`;
}

export function matchRoutes(hosting: Hosting): Router {
  const { directory } = hosting;
  const router = Router();
  const json = express.json({ limit: MAX_JSON_BYTES });

  const matchOf = (request: Request<{ code: string }>): HostedMatch =>
    directory.byCode(request.params.code) ?? refuse('protocol/no_such_match');

  router.post(ROUTES.createMatch, json, (request, response) =>
    hostMatch(hosting, readBody(createMatchBody, request.body)).then((result) => {
      const hosted = valueOf(result);
      const hostToken = directory.issueToken(hosted, { kind: 'host' });
      const { code, roomId } = hosted;
      response.status(201).json({ code, roomId, hostToken } satisfies CreateMatchReply);
    }),
  );

  router.post(ROUTES.takeSeat, json, (request: Request<{ code: string }>, response) => {
    const { name } = readBody(takeSeatBody, request.body);
    const hosted = matchOf(request);
    const playerId = makeId();
    valueOf(hosted.service.submit({ type: 'seat/take', playerId, name }, SYSTEM));
    const seatToken = directory.issueToken(hosted, { kind: 'player', playerId });
    response.status(201).json({ roomId: hosted.roomId, playerId, seatToken } satisfies TakeSeatReply);
  });

  router.get(ROUTES.joinImage, (request: Request<{ code: string }>, response) => {
    const link = `${joinOrigin(request, hosting.lanAddress)}/?code=${matchOf(request).code}`;
    return QRCode.toString(link, { type: 'svg', margin: 1 }).then(
      (svg) => void response.type('image/svg+xml').send(svg),
    );
  });

  router.get(ROUTES.health, (_request, response) => {
    response.json({ ok: true, matches: directory.size });
  });
  return router;
}
