/** What browser tests play on: a real server with the built client, a real browser, a match, and players without a page. */

import type { Browser } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { ROUTES, type CreateMatchReply } from '../../shared/game/wire/routes.ts';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { Connection } from '../../client/bots/connection.ts';
import { colyseusAt } from '../../client/session/colyseus.ts';
import { postJson, takeSeat } from '../match/post.ts';
import { launchChromium } from './chromium.ts';
import { clientFolder } from './client-folder.ts';

export interface Served {
  readonly app: App;
  readonly browser: Browser;
}

/** A server on a free port and a browser for all tests of a file: opened before the first, closed after the last. */
export function serveGame(): Served {
  let app: App | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    app = await createApp({ port: 0, allowExperiments: true, clientFolder: clientFolder() });
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  const opened = <T>(thing: T | undefined): T => {
    if (thing === undefined)
      throw new Error('serveGame: nothing is open before the first test and after the last');
    return thing;
  };
  return {
    get app() {
      return opened(app);
    },
    get browser() {
      return opened(browser);
    },
  };
}

/** A short match of experts, in which all lies open, with the host's connection, as a host's page opens it. */
export async function openMatch(
  url: string,
  {
    teamCount,
    survey,
    leftOut,
    experiment,
    preset = 'short',
  }: Pick<CreateMatchBody, 'teamCount' | 'survey' | 'leftOut' | 'experiment' | 'preset'>,
): Promise<CreateMatchReply & { host: Connection }> {
  const body: CreateMatchBody = {
    version: PROTOCOL_VERSION,
    preset,
    level: 'expert',
    teamCount,
    survey,
    leftOut,
    experiment,
  };
  const made = await postJson<CreateMatchReply>(url + ROUTES.createMatch, body);
  const { code, roomId, hostToken: token } = made;
  return { ...made, host: await Connection.open(colyseusAt(url), { code, roomId, token }) };
}

/** A player who has a seat and a connection, but no page. */
export async function joinAs(url: string, code: string, name: string): Promise<Connection> {
  const { roomId, seatToken: token } = await takeSeat(url, code, name);
  return Connection.open(colyseusAt(url), { code, roomId, token });
}
