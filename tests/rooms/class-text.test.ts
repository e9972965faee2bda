/** Who may bring a text for the whole class, when, and how large: over HTTP, on the real server. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { classTextSeen } from '../../shared/game/class-text.ts';
import { MAX_UPDATE_BYTES, ROUTES } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { joinAs, openMatch, post } from './fake-player.ts';

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
});
afterAll(() => app.close());

const PAGES = Array.from({ length: 40 }, (_, at) => `The rain of day ${at} is a guest with a thousand feet.`);
const BODY = { version: PROTOCOL_VERSION, name: 'Rain', license: 'ours', language: 'eng', pages: PAGES };

it('only the host may, only in the lobby, and then everybody sees what it is', async () => {
  const host = await openMatch(app.url, { teamCount: 1 });
  const ada = await joinAs(app.url, host.code, 'Ada');
  const bring = async (token: string, body: object = BODY): Promise<string> => {
    const headers = { authorization: `Bearer ${token}` };
    return (await post(app.url + ROUTES.classText, body, headers)).body.error?.code ?? 'ok';
  };
  expect(await bring(ada.token)).toBe('protocol/host_only');
  expect(await bring('A'.repeat(32))).toBe('protocol/bad_token');
  expect(await bring(host.hostToken, { ...BODY, pages: ['x'.repeat(MAX_UPDATE_BYTES)] })).toBe(
    'protocol/too_large',
  );
  expect(await bring(host.hostToken, { ...BODY, pages: [7] })).toBe('protocol/bad_message');
  expect(await bring(host.hostToken, { ...BODY, pages: ['Rain.'] })).toBe('class-text/unread');
  expect(classTextSeen(ada.view())).toBeNull();
  expect(await bring(host.hostToken)).toBe('ok');
  const seen = await ada.until('the text', (view) => classTextSeen(view) !== null);
  expect(classTextSeen(seen)).toMatchObject({ name: 'Rain', license: 'ours', language: 'eng' });
  await host.move({ type: 'host/start' });
  expect(await bring(host.hostToken)).toBe('match/wrong_stage');
});
