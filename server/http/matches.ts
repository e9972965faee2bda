/** Routes before one has a seat: open a match, take a seat, the join code as a picture. */

import express, { Router, type Request, type RequestHandler } from 'express';
import QRCode from 'qrcode';
import type { z } from 'zod';
import { ROUTES, type CreateMatchReply, type TakeSeatReply } from '../../shared/game/wire/routes.ts';
import { codeParam, createMatchBody, MAX_JSON_BYTES, takeSeatBody } from '../../shared/game/wire/bodies.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { reachableHost } from '../lan.ts';
import { addressKey } from '../limits/address.ts';
import { logError } from '../log.ts';
import { checkHealth } from '../matchmaking/health.ts';
import { makeId } from '../matchmaking/codes.ts';
import type { HostedMatch } from '../matchmaking/directory.ts';
import { hostMatch, type Hosting } from '../matchmaking/host-match.ts';
import { SYSTEM } from '../match/authority.ts';
import { refuse, valueOf } from './errors.ts';
import { limitByAddress } from './rate-limits.ts';

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
  return `${request.protocol}://${reachableHost(request.host ?? '', lanAddress)}`;
}

export function matchRoutes(hosting: Hosting): Router {
  const { directory, limits } = hosting;
  const router = Router();
  const json = express.json({ limit: MAX_JSON_BYTES });

  /** The match of a code; codes of none are counted, so that nobody finds a match by trying them all. */
  async function matchOf(request: Request<{ code: string }>): Promise<HostedMatch> {
    const code = codeParam.safeParse(request.params.code);
    const hosted = code.success && directory.byCode(code.data);
    if (hosted) return hosted;
    const waitMs = await limits.take('guessing', addressKey(request.ip));
    return refuse(waitMs > 0 ? 'protocol/rate_limited' : 'protocol/no_such_match');
  }

  /** Matches are what costs most, so that they have a limit of their own, and an error that says how long it lasts. */
  const limitOpening: RequestHandler = async (request, response, next) => {
    const waitMs = await limits.take('opening', addressKey(request.ip));
    if (waitMs > 0) {
      response.setHeader('Retry-After', Math.ceil(waitMs / 1000));
      refuse('protocol/too_many_matches', { minutes: Math.ceil(waitMs / 60_000) });
    }
    next();
  };

  router.post(ROUTES.createMatch, limitOpening, json, (request, response) =>
    hostMatch(hosting, readBody(createMatchBody, request.body), addressKey(request.ip)).then((result) => {
      const hosted = valueOf(result);
      const hostToken = directory.issueToken(hosted, { kind: 'host' });
      const { code, roomId } = hosted;
      response.status(201).json({ code, roomId, hostToken } satisfies CreateMatchReply);
    }),
  );

  const limitJoining = limitByAddress(limits, 'joining');
  router.post(ROUTES.takeSeat, limitJoining, json, async (request: Request<{ code: string }>, response) => {
    const { name } = readBody(takeSeatBody, request.body);
    const hosted = await matchOf(request);
    const playerId = makeId();
    valueOf(hosted.service.submit({ type: 'seat/take', playerId, name }, SYSTEM));
    const seatToken = directory.issueToken(hosted, { kind: 'player', playerId });
    response.status(201).json({ roomId: hosted.roomId, playerId, seatToken } satisfies TakeSeatReply);
  });

  router.get(ROUTES.joinImage, async (request: Request<{ code: string }>, response) => {
    const { code } = await matchOf(request);
    const link = `${joinOrigin(request, hosting.lanAddress)}/?code=${code}`;
    response.type('image/svg+xml').send(await QRCode.toString(link, { type: 'svg', margin: 1 }));
  });

  router.get(ROUTES.health, (_request, response) => {
    const problem = checkHealth();
    if (problem === null) response.json({ ok: true, matches: directory.size });
    else {
      logError('The health check failed', problem);
      response.status(503).json({ ok: false });
    }
  });
  return router;
}
