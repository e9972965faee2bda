/** The way into a room: a seat's token is exchanged for a place in the room of its own match, which a socket then takes. */

import { matchMaker } from '@colyseus/core';
import express, { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import { joinOptions } from '../../shared/game/wire/messages.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import type { ErrorCode } from '../../shared/game/result.ts';
import { addressKey } from '../limits/address.ts';
import type { Limits } from '../limits/limits.ts';
import type { Directory } from '../matchmaking/directory.ts';
import { seatKey } from '../hosting/seat-key.ts';
import { refuse } from '../hosting/refusal.ts';
import { codeOf, statusOf } from './errors.ts';

/** Where the framework's own client asks; of all its methods only this one is offered. */
const ENTER = '/matchmake/joinById/:roomId';
/** A version and a token. */
const MAX_BODY_BYTES = 4096;

/** The framework's client reads an error from other fields than ours do. */
export const answerAsFramework: ErrorRequestHandler = (thrown, _request, response, next) => {
  const code = codeOf(thrown);
  if (code === null) return next(thrown);
  response.status(statusOf(code)).json({ code: statusOf(code), error: code });
};

/** Instead of the framework's own routes, which hold no body to a size and let a token into any room. */
export function enterRoutes(directory: Directory, limits: Limits): Router {
  const router = Router();

  /** Whoever has no valid token is counted by the address, so that nobody finds one by trying. */
  async function turnAway(request: Request, code: ErrorCode): Promise<never> {
    const waitMs = await limits.take('stranger', addressKey(request.ip));
    return refuse(waitMs > 0 ? 'protocol/rate_limited' : code);
  }

  const json = express.json({ limit: MAX_BODY_BYTES });
  /* For what the parser throws; Express knows it by its four parameters. */
  const countJunk: ErrorRequestHandler = async (thrown, request, _response, _next) => {
    const code = codeOf(thrown);
    if (code === null) throw thrown;
    await turnAway(request, code);
  };

  router.post(ENTER, json, countJunk, async (request: Request<{ roomId: string }>, response: Response) => {
    const version = (request.body as { version?: unknown } | null | undefined)?.version;
    if (typeof version === 'number' && version !== PROTOCOL_VERSION)
      return turnAway(request, 'protocol/unknown_version');
    const options = joinOptions.safeParse(request.body);
    if (!options.success) return turnAway(request, 'protocol/bad_message');
    const holder = directory.byToken(options.data.token);
    const { roomId } = request.params;
    if (holder?.hosted.roomId !== roomId)
      return turnAway(request, directory.whyClosed(options.data.token) ?? 'protocol/bad_token');
    const waitMs = await limits.take('entering', seatKey(holder.hosted.code, holder.seat));
    if (waitMs > 0) refuse('protocol/rate_limited');
    const context = { token: '', headers: new Headers(), ip: addressKey(request.ip) };
    /* A page that comes back must not try it over a connection that died meanwhile. */
    response.setHeader('Connection', 'close');
    response.json(await matchMaker.joinById(roomId, options.data, context));
  });
  router.use('/matchmake', (request) => turnAway(request, 'protocol/not_found'));
  return router;
}
