/** A classroom without HTTPS: over a plain network address the page has no secure context, says so by nothing, and trains. */

import { networkInterfaces } from 'node:os';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { ROUTES, type CreateMatchBody, type CreateMatchReply } from '../../shared/protocol/http.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { Connection, postJson } from '../match/connection.ts';
import { launchChromium } from './chromium.ts';
import { clientFolder } from './client-folder.ts';
import { openPage, pressMain, SIZES } from './watched-page.ts';

const PATIENCE_MILLIS = 120_000;
const [PHONE] = SIZES;

/** This machine's own address on its network; none on a machine without any. */
const address = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

let app: App;
let browser: Browser;

beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true, clientFolder: clientFolder() });
  browser = await launchChromium();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await app?.close();
});

describe.runIf(address)('over a plain network address', () => {
  it('a page without a secure context falls back by itself and trains', async () => {
    const url = `http://${address}:${app.port}`;
    const experiment = { seed: 5, budgetFlops: 4e9, graceSeconds: 0, clockScale: 10 };
    const body: CreateMatchBody = { version: PROTOCOL_VERSION, preset: 'short', teamCount: 1, experiment };
    const { code, roomId, hostToken } = await postJson<CreateMatchReply>(url + ROUTES.createMatch, body);
    const host = await Connection.open(url, roomId, hostToken);

    const player = await openPage(browser, 'lan', `${url}/?code=${code}`, PHONE);
    expect(await player.page.evaluate(() => window.isSecureContext)).toBe(false);
    await pressMain(player);
    await host.until(({ players }) => players.some(({ device }) => device !== null), PATIENCE_MILLIS);
    const [{ device }] = host.view.players;
    expect(device?.tokensPerSecond).toBeGreaterThan(0);
    expect(device?.backend).not.toMatch(/webgpu/);

    await host.send({ type: 'host/start' });
    await host.until(({ stage }) => stage === 'data', PATIENCE_MILLIS);
    await host.send({ type: 'host/skip' });
    await host.until(({ stage }) => stage === 'scale', PATIENCE_MILLIS);
    await host.send({ type: 'host/skip' });
    const trained = await host.until(
      ({ teams }) => (teams[0].pretrain?.curve.filter((point) => point.bitsPerByte !== null).length ?? 0) > 1,
      PATIENCE_MILLIS,
    );
    const bits = trained.teams[0].pretrain?.curve.flatMap(({ bitsPerByte }) => bitsPerByte ?? []) ?? [];
    expect(bits.at(-1)).toBeLessThan(bits[0]);
    expect(player.complaints).toEqual([]);
    await host.close();
  });
});
