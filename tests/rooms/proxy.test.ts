/** Behind a proxy that is trusted, its word counts: whose request it is, and under which name the page was called. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { post } from './fake-player.ts';

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0, trustProxy: ['loopback'] });
});
afterAll(() => app.close());

const open = (headers: Record<string, string>) =>
  post(app.url + ROUTES.createMatch, { version: PROTOCOL_VERSION }, headers);

describe('a proxy that is trusted', () => {
  it('says under which name the page was called', async () => {
    const origin = 'https://lab.example';
    expect((await open({ origin, 'x-forwarded-host': 'lab.example' })).status).toBe(201);
    const { status, body } = await open({ origin, 'x-forwarded-host': 'other.example' });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: 'protocol/foreign_page', params: { page: 'lab.example' } });
  });

  it('says that the page came by HTTPS, so that it may be isolated', async () => {
    const named = { 'x-forwarded-host': 'lab.example' };
    const isolation = async (headers: Record<string, string>) =>
      (await fetch(app.url, { headers })).headers.get('cross-origin-opener-policy');
    expect(await isolation({ ...named, 'x-forwarded-proto': 'https' })).toBe('same-origin');
    expect(await isolation({ ...named, 'x-forwarded-proto': 'https, http' })).toBe('same-origin');
    expect(await isolation(named)).toBeNull();
  });

  it('says whose request it is, so that each visitor is counted by himself', async () => {
    const from = (address: string) => open({ 'x-forwarded-for': address });
    const flood = await Promise.all(Array.from({ length: 20 }, () => from('203.0.113.7')));
    expect(flood.filter(({ status }) => status === 429)).not.toEqual([]);
    expect((await from('203.0.113.8')).status).toBe(201);
  });
});
