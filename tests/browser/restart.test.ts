/** A server that is killed in the middle of an auction, and again in the middle of pretraining: every page is back in its seat by itself, and the match ends with valid results. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES, type CreateMatchReply, type TakeSeatReply } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { freePort } from '../free-port.ts';
import { KillableServer } from '../faults/server.ts';
import { Connection } from '../../client/bots/connection.ts';
import { colyseusAt } from '../../client/session/colyseus.ts';
import { fillRoute } from '../../client/session/http.ts';
import { postJson } from '../match/post.ts';
import { launchChromium } from './chromium.ts';
import {
  checkLayout,
  openHostAt,
  openPage,
  pressMain,
  SIZES,
  type HostView,
  type Size,
  type WatchedPage,
} from './watched-page.ts';

const EXPERIMENT = { seed: 5, budgetFlops: 4e10, graceSeconds: 0.5, clockScale: 20, roundRows: 64 };
const PATIENCE_MS = 180_000;
/** From the moment that the server takes requests again. */
const MOST_RETURN_MS = 3_000;
const [PHONE, LAPTOP, PROJECTOR] = SIZES;

let folder: string;
let server: KillableServer;
let browser: Browser;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loss-leaders-restart-'));
  server = new KillableServer(await freePort(), { DATA_FOLDER: join(folder, 'data') });
  await server.start();
  url = `http://127.0.0.1:${server.port}`;
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

const openHostPage = (name: string, made: CreateMatchReply, view: HostView, size: Size = LAPTOP) =>
  openHostAt(browser, url, { name, made, view, size });

describe('a server that is killed', () => {
  it('has everybody back in the same seat, and the match goes on to its end', async () => {
    const body = { version: PROTOCOL_VERSION, preset: 'short', teamCount: 2, experiment: EXPERIMENT };
    const made = await postJson<CreateMatchReply>(url + ROUTES.createMatch, body);
    const enter = () => Connection.open(colyseusAt(url), { ...made, token: made.hostToken });
    const host = await openHostPage('host', made, 'console');
    const projector = await openHostPage('projector', made, 'projector', PROJECTOR);
    const players: WatchedPage[] = [];
    for (const name of ['first', 'second']) {
      const player = await openPage(browser, name, `${url}/?code=${made.code}`, PHONE);
      await pressMain(player);
      players.push(player);
    }
    const seatPath = fillRoute(ROUTES.takeSeat, { code: made.code });
    const cy = await postJson<TakeSeatReply>(url + seatPath, { version: PROTOCOL_VERSION, name: 'Cy' });
    const cysSeat = { code: made.code, roomId: cy.roomId, token: cy.seatToken };
    let bidder = await Connection.open(colyseusAt(url), cysSeat);
    await bidder.send({ type: 'lobby/benchmark', tokensPerSecond: 0, backend: 'none' });
    let watcher = await enter();
    const until = (wish: (view: MatchView) => boolean) => watcher.until(wish, PATIENCE_MS);
    const pages: Page[] = [host, projector, ...players].map(({ page }) => page);
    const isConnected = ({ players: all }: MatchView) => all.every(({ connected }) => connected);
    await until((view) => view.players.length === 3 && view.players.every(({ device }) => device !== null));
    const seats = watcher.view.players.map(({ id, name, teamId }) => ({ id, name, teamId }));
    const labs = new Set(seats.filter(({ id }) => id !== cy.playerId).map(({ teamId }) => teamId));
    expect(labs.size).toBe(2);

    async function killAndReturn(): Promise<void> {
      await bidder.close();
      await watcher.close();
      await server.end('SIGKILL');
      await players[0].page.locator('.offline').waitFor();
      await server.start();
      const startMs = performance.now();
      await Promise.all(pages.map((page) => page.locator('.brought-back').waitFor({ timeout: 30_000 })));
      expect(performance.now() - startMs).toBeLessThan(MOST_RETURN_MS);
      watcher = await enter();
      bidder = await Connection.open(colyseusAt(url), cysSeat);
      await until(isConnected);
      expect(watcher.view.players.map(({ id, name, teamId }) => ({ id, name, teamId }))).toEqual(seats);
    }

    await pressMain(host);
    await until(({ stage, auction }) => stage === 'data' && auction !== null);
    await bidder.send({ type: 'auction/bid', coins: 12 });
    const closesInMs = (watcher.view.auction?.closesAtMs ?? 0) - Date.now();
    await killAndReturn();
    expect(watcher.view).toMatchObject({ stage: 'data', auction: { spoken: 1, outcome: null } });
    const overflows = await checkLayout(players[0], 'brought-back');
    overflows.push(
      ...(await checkLayout(host, 'brought-back')),
      ...(await checkLayout(projector, 'brought-back')),
    );
    expect(overflows).toEqual([]);
    await pressMain(host);
    await until(({ pausedAtMs, broughtBack }) => pausedAtMs === null && broughtBack === null);
    expect((watcher.view.auction?.closesAtMs ?? 0) - Date.now()).toBeGreaterThan(closesInMs - 5_000);
    await watcher.send({ type: 'host/skip' });
    await until(({ stage }) => stage === 'scale');
    await watcher.send({ type: 'host/skip' });

    await until(({ teams }) => teams.every(({ runs }) => (runs.pretrain?.roundsDone ?? 0) > 1));
    await killAndReturn();
    const tokens = watcher.view.teams.map(({ runs }) => runs.pretrain?.tokensUsed ?? 0);
    expect(Math.min(...tokens)).toBeGreaterThan(0);
    await pressMain(host);
    const trained = await until(({ teams }) =>
      teams.every(({ runs }) => runs.pretrain?.status === 'finished'),
    );
    for (const [index, { runs }] of trained.teams.entries())
      expect(runs.pretrain?.tokensUsed).toBeGreaterThan(tokens[index]);
    while (watcher.view.stage !== 'debrief') {
      const { stage } = watcher.view;
      if (stage === 'arena') await until(({ arena }) => arena?.sampled === true);
      await watcher.send({ type: 'host/skip' });
      await until((view) => view.stage !== stage || view.arena?.revealed === true);
    }
    const over = await until(({ teams }) => teams.every(({ debrief }) => debrief?.results && debrief.score));
    for (const { runs, debrief } of over.teams) {
      const bits = runs.pretrain?.curve.flatMap(({ bitsPerByte }) => bitsPerByte ?? []) ?? [];
      expect(bits.at(-1)).toBeLessThan(bits[0]);
      expect(debrief?.results?.pretrained.bitsPerByte).toBeLessThan(5);
      expect(debrief?.score?.science).toBeGreaterThanOrEqual(0);
    }
    expect(server.troubles).toEqual([]);
    await bidder.close();
    await watcher.close();
  }, 600_000);
});
