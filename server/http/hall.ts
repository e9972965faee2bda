/** Routes of the hall of past labs: anybody reads and talks, those who won put their lab there, and its owner takes it out. */

import express, { Router, type Request } from 'express';
import { hallBody, hallIdParam, MAX_JSON_BYTES, reportHallBody } from '../../shared/game/wire/bodies.ts';
import { ROUTES, type EnterHallReply, type HallReply } from '../../shared/game/wire/routes.ts';
import { readMessage } from '../hosting/read-message.ts';
import { refuse, valueOf } from '../hosting/refusal.ts';
import { cardFor, enterHall, labsInHall, leaveHall, reportInHall, voiceInHall } from '../hall/hall.ts';
import type { Limits } from '../limits/limits.ts';
import type { Directory } from '../matchmaking/directory.ts';
import { raterOf } from '../ratings/rate-match.ts';
import type { Store } from '../store/ports.ts';
import { bearerOf } from './bearer.ts';
import { limitByAddress } from './rate-limits.ts';
import { whileStoreIsThere } from './store-away.ts';

type OfLab = Request<{ id: string }>;

function idIn({ params }: OfLab): string {
  const id = hallIdParam.safeParse(params.id);
  return id.success ? id.data : refuse('protocol/not_found');
}

export function hallRoutes(store: Store, directory: Directory, limits: Limits, now: () => number): Router {
  const router = Router();
  const json = express.json({ limit: MAX_JSON_BYTES });
  const limit = limitByAddress(limits, 'costly');

  router.post(
    ROUTES.enterHall,
    express.json({ limit: MAX_JSON_BYTES, type: () => true }),
    async (request, response) => {
      const { hosted, seat } = bearerOf(directory, request) ?? refuse('protocol/bad_token');
      const { device } = valueOf(readMessage(hallBody, request.body));
      const entered = await whileStoreIsThere(enterHall(store, hosted, seat, device, now()));
      response.json(valueOf(entered) satisfies EnterHallReply);
    },
  );

  router.post(ROUTES.hall, limit, json, async (request, response) => {
    const { device } = valueOf(readMessage(hallBody, request.body));
    const own = raterOf(device);
    const labs = await whileStoreIsThere(labsInHall(store, now()));
    response.json({
      labs: labs.map((lab) => ({
        id: lab.id,
        season: lab.season,
        isOwn: lab.owner === own,
        card: cardFor(lab, device),
      })),
    } satisfies HallReply);
  });

  router.get(ROUTES.hallModel, limit, async (request: OfLab, response) => {
    const voice = await whileStoreIsThere(voiceInHall(store, idIn(request)));
    response
      .type('application/octet-stream')
      .send(Buffer.from((voice ?? refuse('protocol/not_found')).model));
  });

  router.get(ROUTES.hallTokenizer, limit, async (request: OfLab, response) => {
    const voice = await whileStoreIsThere(voiceInHall(store, idIn(request)));
    response.type('application/json').send(Buffer.from((voice ?? refuse('protocol/not_found')).tokenizer));
  });

  router.post(ROUTES.reportHall, limit, json, async (request: OfLab, response) => {
    const report = valueOf(readMessage(reportHallBody, request.body));
    if (!(await whileStoreIsThere(reportInHall(store, idIn(request), report)))) refuse('protocol/not_found');
    response.json({ ok: true });
  });

  router.post(ROUTES.leaveHall, limit, json, async (request: OfLab, response) => {
    const { device } = valueOf(readMessage(hallBody, request.body));
    if (!(await whileStoreIsThere(leaveHall(store, idIn(request), device)))) refuse('protocol/not_found');
    response.json({ ok: true });
  });
  return router;
}
