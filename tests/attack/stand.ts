/** A server process for a file of tests, started anew where an attack has spoiled it, and looked over after each test. */

import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { ROUTES, type CreateMatchReply } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { enter, type Guest } from '../rooms/fake-player.ts';
import { closeConnections, hasManyAddresses, postJson } from './over-http.ts';
import { readLog } from './report.ts';
import { startServer, type ServerProcess } from './server-process.ts';

/** Whether a test can have two hosts of different addresses; on macOS it can't. */
export const manyAddresses = await hasManyAddresses();

export interface Stand {
  server(): ServerProcess;
  /** Opens a match from an address of its own where there are many, so that no test meets the limit on opening. */
  openGame(teamCount?: number): Promise<Guest & CreateMatchReply>;
}

/** To be called at the top of a file of tests; `network` sets its addresses apart from those of other files. */
export function useStand(network: number): Stand {
  let server: ServerProcess;
  /** What an attack has done to a server must not be blamed on the next one. */
  let isSpoiled = false;
  let opened = 0;
  const restart = async (): Promise<void> => {
    await server.stop();
    server = await startServer();
    isSpoiled = false;
  };
  beforeAll(async () => {
    server = await startServer();
  });
  beforeEach(async ({ onTestFailed }) => {
    onTestFailed(() => void (isSpoiled = true));
    if (isSpoiled) await restart();
  });
  afterEach(() => {
    expect(server.exit()).toBeNull();
    expect(readLog(server.log())).toEqual({ errors: [], stackLines: [] });
  });
  afterAll(async () => {
    closeConnections();
    await server.stop();
  });
  return {
    server: () => server,
    async openGame(teamCount = 3) {
      const body = { version: PROTOCOL_VERSION, teamCount };
      const from = manyAddresses ? { localAddress: `127.0.${network}.${1 + opened++}` } : {};
      const open = () => postJson<CreateMatchReply>(server.url, ROUTES.createMatch, body, from);
      let { status, reply } = await open();
      if (status === 429) {
        await restart();
        ({ status, reply } = await open());
      }
      expect(status).toBe(201);
      return { ...(await enter(server.url, reply.roomId, reply.hostToken)), ...reply };
    },
  };
}
