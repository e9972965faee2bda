/** A classroom without HTTPS: over a plain network address the page has no secure context, says what it lacks and what helps, and trains. */

import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { t } from '../../client/i18n/t.ts';
import { openMatch, serveGame } from './served.ts';
import { openPage, pressMain, SIZES } from './watched-page.ts';

const PATIENCE_MILLIS = 120_000;
const [PHONE] = SIZES;

/** This machine's own address on its network; none on a machine without any. */
const address = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

const served = serveGame();

describe.runIf(address)('over a plain network address', () => {
  it('a page without a secure context falls back by itself and trains', async () => {
    const url = `http://${address}:${served.app.port}`;
    const experiment = { seed: 5, budgetFlops: 4e9, graceSeconds: 0, clockScale: 10 };
    const { code, host } = await openMatch(url, { teamCount: 1, experiment });

    const player = await openPage(served.browser, 'lan', `${url}/?code=${code}`, PHONE);
    expect(await player.page.evaluate(() => window.isSecureContext)).toBe(false);
    await pressMain(player);
    await host.until(({ players }) => players.some(({ device }) => device !== null), PATIENCE_MILLIS);
    const [{ device }] = host.view.players;
    expect(device?.tokensPerSecond).toBeGreaterThan(0);
    expect(device?.backend).not.toMatch(/webgpu/);
    await player.page.getByText(t('lobby.insecure')).waitFor();

    await host.send({ type: 'host/start' });
    await host.until(({ stage }) => stage === 'data', PATIENCE_MILLIS);
    await host.send({ type: 'host/skip' });
    await host.until(({ stage }) => stage === 'scale', PATIENCE_MILLIS);
    await host.send({ type: 'host/skip' });
    const trained = await host.until(
      ({ teams }) =>
        (teams[0].runs.pretrain?.curve.filter((point) => point.bitsPerByte !== null).length ?? 0) > 1,
      PATIENCE_MILLIS,
    );
    const bits = trained.teams[0].runs.pretrain?.curve.flatMap(({ bitsPerByte }) => bitsPerByte ?? []) ?? [];
    expect(bits.at(-1)).toBeLessThan(bits[0]);
    expect(player.complaints).toEqual([]);
    await host.close();
  });

  it('the page that tries out a device says what is missing', async () => {
    const { page } = await openPage(
      served.browser,
      'lan-check',
      `http://${address}:${served.app.port}/check`,
      PHONE,
    );
    for (const key of [
      'check.secure.fair',
      'check.gpu.fair',
      'check.processor.fair',
      'check.all.fair',
    ] as const)
      await page.getByText(t(key)).waitFor();
  });
});
