/** Routes before one has a seat: open a match, take a seat, the join code as a picture. */

import express, { Router, type Request, type Response } from 'express';
import QRCode from 'qrcode';
import {
  ROUTES,
  type CreateMatchReply,
  type QuickMatchReply,
  type TakeSeatReply,
  type WatchReply,
} from '../../shared/game/wire/routes.ts';
import {
  codeParam,
  createMatchBody,
  endMatchBody,
  MAX_JSON_BYTES,
  openScreenBody,
  quickMatchBody,
  takeSeatBody,
  watchBody,
} from '../../shared/game/wire/bodies.ts';
import { readMessage } from '../hosting/read-message.ts';
import { isHostsOwn } from '../hosting/token-owner.ts';
import { refuse, valueOf } from '../hosting/refusal.ts';
import { reachableHosts } from '../lan.ts';
import { addressKey } from '../limits/address.ts';
import { makeId } from '../match/random-ids.ts';
import { SYSTEM } from '../match/authority.ts';
import { logError } from '../log.ts';
import { checkHealth } from '../matchmaking/health.ts';
import type { HostedMatch } from '../matchmaking/directory.ts';
import { hostMatch, type Hosting } from '../matchmaking/host-match.ts';
import { createQuickMatches, type OpenLobbies } from '../matchmaking/quick-match.ts';
import { openScreen } from '../matchmaking/open-screen.ts';
import { takeSeat } from '../matchmaking/take-seat.ts';
import { bearerOf } from './bearer.ts';
import { count, limitByAddress } from './rate-limits.ts';
import { isHost } from './security.ts';
import { whileStoreIsThere } from './store-away.ts';

/** The addresses of this server for other devices, such as the phone that scans the code; the one that was asked under comes first. */
function joinOrigins(request: Request, lanAddresses: readonly string[]): string[] {
  const { host = '' } = request;
  if (!isHost(host)) refuse('protocol/bad_message');
  return reachableHosts(host, lanAddresses).map((reachable) => `${request.protocol}://${reachable}`);
}

export function matchRoutes(hosting: Hosting, lobbies: OpenLobbies): Router {
  const { directory, limits } = hosting;
  const router = Router();
  const quickMatches = createQuickMatches(hosting, lobbies);
  const json = express.json({ limit: MAX_JSON_BYTES });
  /* A page sends what goes with its token as bytes. */
  const endJson = express.json({ limit: MAX_JSON_BYTES, type: () => true });

  /** The match of a code; codes of none are counted, so that nobody finds a match by trying them all. */
  async function matchOf(request: Request<{ code: string }>): Promise<HostedMatch> {
    const code = codeParam.safeParse(request.params.code);
    const hosted = code.success && directory.byCode(code.data);
    if (hosted) return hosted;
    const waitMs = await limits.take('guessing', addressKey(request.ip));
    return refuse(
      waitMs > 0
        ? 'protocol/rate_limited'
        : (directory.whyClosed(request.params.code) ?? 'protocol/no_such_match'),
    );
  }

  const countOpening = (address: string, response: Response): Promise<void> =>
    count(limits, ['opening', address], response, (waitMs) =>
      refuse('protocol/too_many_matches', { minutes: Math.ceil(waitMs / 60_000) }),
    );

  /* What opens or joins nothing is a stranger's request: it uses up nothing of what a school needs. */
  router.post(ROUTES.createMatch, json, async (request, response) => {
    const body = valueOf(readMessage(createMatchBody, request.body));
    const address = addressKey(request.ip);
    await countOpening(address, response);
    const origins = joinOrigins(request, hosting.lanAddresses);
    const hosted = valueOf(
      await whileStoreIsThere(hostMatch(hosting, body, { address, joinOrigins: origins })),
    );
    const hostToken = await whileStoreIsThere(directory.issueToken(hosted, { kind: 'host' }));
    const { code, roomId } = hosted;
    response.status(201).json({ code, roomId, hostToken } satisfies CreateMatchReply);
  });

  router.post(ROUTES.quickMatch, json, async (request, response) => {
    const wish = valueOf(readMessage(quickMatchBody, request.body));
    const address = addressKey(request.ip);
    await count(limits, ['joining', address], response);
    const opener = { address, joinOrigins: joinOrigins(request, hosting.lanAddresses) };
    const mayOpen = (): Promise<void> => countOpening(address, response);
    const code = valueOf(await whileStoreIsThere(quickMatches.find(wish, opener, mayOpen)));
    response.json({ code } satisfies QuickMatchReply);
  });

  router.post(ROUTES.takeSeat, json, async (request: Request<{ code: string }>, response) => {
    const wish = valueOf(readMessage(takeSeatBody, request.body));
    const hosted = await matchOf(request);
    await count(limits, ['joining', addressKey(request.ip)], response);
    const reply = valueOf(await whileStoreIsThere(takeSeat(directory, hosted, wish)));
    response.status(201).json(reply satisfies TakeSeatReply);
  });

  router.post(ROUTES.watch, json, async (request: Request<{ code: string }>, response) => {
    valueOf(readMessage(watchBody, request.body));
    const hosted = await matchOf(request);
    await count(limits, ['joining', addressKey(request.ip)], response);
    const watcherId = makeId();
    const seatToken = await whileStoreIsThere(directory.issueToken(hosted, { kind: 'audience', watcherId }));
    valueOf(await hosted.service.perform({ type: 'seat/watch', watcherId }, SYSTEM));
    response.status(201).json({ roomId: hosted.roomId, watcherId, seatToken } satisfies WatchReply);
  });

  router.post(ROUTES.endMatch, endJson, (request: Request<{ code: string }>, response) => {
    const holder = bearerOf(directory, request) ?? refuse('protocol/bad_token');
    const { code } = valueOf(readMessage(endMatchBody, request.body));
    if (!isHostsOwn(holder.seat)) refuse('protocol/host_only');
    if (code !== holder.hosted.code || request.params.code !== code) refuse('protocol/no_such_match');
    directory.remove(code);
    response.json({ ok: true });
  });

  router.post(ROUTES.openScreen, endJson, async (request: Request<{ code: string }>, response) => {
    const { hosted, seat } = bearerOf(directory, request) ?? refuse('protocol/bad_token');
    const wish = valueOf(readMessage(openScreenBody, request.body));
    if (!isHostsOwn(seat)) refuse('protocol/host_only');
    if (request.params.code !== hosted.code) refuse('protocol/no_such_match');
    valueOf(await whileStoreIsThere(openScreen(directory, hosted, wish)));
    response.status(201).json({ ok: true });
  });

  const limitCostly = limitByAddress(limits, 'costly');
  router.get(ROUTES.joinImage, limitCostly, async (request: Request<{ code: string }>, response) => {
    const { code, service } = await matchOf(request);
    const [shown] = [...service.shown.joinOrigins, ...joinOrigins(request, hosting.lanAddresses)];
    const link = `${shown}/?code=${code}`;
    response.type('image/svg+xml').send(await QRCode.toString(link, { type: 'svg', margin: 1 }));
  });

  router.get(ROUTES.health, limitCostly, async (_request, response) => {
    const problem = await checkHealth();
    if (problem === null) response.json({ ok: true, matches: directory.size });
    else {
      logError('The health check failed', problem);
      response.status(503).json({ ok: false });
    }
  });
  return router;
}
