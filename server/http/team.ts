/** Routes of the seated over HTTP: what the team may read, and the way of checkpoints, shards and updates. */

import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import { MAX_UPDATE_BYTES } from '../../shared/game/wire/routes.ts';
import { refuse } from '../hosting/refusal.ts';
import { DELIVERIES, QUESTIONS, type Answer } from '../hosting/team-routes.ts';
import { createInFlight } from '../limits/in-flight.ts';
import { seatKey } from '../hosting/seat-key.ts';
import type { Directory, Holder } from '../matchmaking/directory.ts';
import { bearerOf, whyNoBearer } from './bearer.ts';
import { sendTexts } from './texts.ts';

/** An update, a probe, and one that is sent again over a slow network. */
const UPLOADS_OF_SEAT = 3;

function sendBytes(response: Response, bytes: Uint8Array): void {
  response.setHeader('Cache-Control', 'no-store');
  response
    .type('application/octet-stream')
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

async function send(response: Response, answer: Answer): Promise<void> {
  if ('json' in answer) response.json(answer.json);
  else if ('texts' in answer) await sendTexts(response, answer.texts);
  else sendBytes(response, answer.bytes);
}

type Places = Request<Record<string, string>>;

export function teamRoutes(directory: Directory): Router {
  const router = Router();
  const askerOf = (request: Places): Holder =>
    bearerOf(directory, request) ?? refuse(whyNoBearer(directory, request));

  const readBytes = express.raw({ type: () => true, limit: MAX_UPDATE_BYTES });
  const uploads = createInFlight(UPLOADS_OF_SEAT);
  /** Megabytes are read only from those who are waited for, and only so many at once. */
  const limitUploads: RequestHandler<Record<string, string>> = (request, response, next) => {
    const { hosted, seat } = askerOf(request);
    const leave = uploads.enter(seatKey(hosted.code, seat));
    if (!leave) refuse('protocol/rate_limited');
    response.once('close', leave);
    next();
  };
  const bodyOf = ({ body }: { body: unknown }): Uint8Array =>
    body instanceof Uint8Array ? body : new Uint8Array();

  for (const [route, ask] of Object.entries(QUESTIONS))
    router.get(route, async (request: Places, response) =>
      send(response, await ask(askerOf(request), request.params, request.query)),
    );

  for (const [route, { awaits, take }] of Object.entries(DELIVERIES)) {
    const checkAwaited: RequestHandler<Record<string, string>> = (request, _response, next) => {
      awaits(askerOf(request), request.params);
      next();
    };
    router.post(route, checkAwaited, limitUploads, readBytes, async (request: Places, response) => {
      await take(askerOf(request), request.params, bodyOf(request));
      response.json({ ok: true });
    });
  }
  return router;
}
