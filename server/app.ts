/** The whole server in one function: pages, HTTP, sockets, rooms and referee on one port. */

import './ws-global.ts';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Encoder } from '@colyseus/schema';
import { defineRoom, defineServer, matchMaker, WebSocketTransport } from 'colyseus';
import type { Application } from 'express';
import { errorHandler, refuse } from './http/errors.ts';
import { matchRoutes } from './http/matches.ts';
import { builtPages, sourcePages } from './http/pages.ts';
import { checkOrigin, isOwnOrigin, securityHeaders } from './http/security.ts';
import { teamRoutes } from './http/team.ts';
import { isLoopback, lanAddresses } from './lan.ts';
import { createDirectory, type Directory } from './matchmaking/directory.ts';
import { ROOM_NAME, type Hosting } from './matchmaking/host-match.ts';
import { createReferee } from './referee/referee.ts';
import { createLabRoom } from './room/LabRoom.ts';
import { createMemoryBlobs } from './store/blobs.ts';
import { createMemoryJournal } from './store/journal.ts';

export interface AppOptions {
  /** 0 takes any free port. */
  port: number;
  /** The address to listen on; all of them by default. */
  host?: string;
  /** Serve the client from its sources, with hot reload. */
  isDevelopment?: boolean;
  /** Folder of the built client; dist/client by default. */
  clientFolder?: string;
  /** Whether matches may fix their seed, budget and clocks. */
  allowExperiments?: boolean;
  now?: () => number;
}

export interface App {
  /** Where the server listens, for programs on this machine. */
  url: string;
  port: number;
  directory: Directory;
  close(): Promise<void>;
}

/** Requests of the socket are small: the largest is a plan. */
const MAX_SOCKET_BYTES = 64 * 1024;
/** Longer than a round takes, so that a device's connection is still there when it brings its update. */
const KEEP_ALIVE_MS = 120_000;
/** A debrief of eight teams, with room to spare. */
const STATE_BUFFER_BYTES = 512 * 1024;

/** Only our own routes make rooms, and no other site's page may talk to them. */
function restrictMatchmaking(): void {
  Object.assign(matchMaker.controller, {
    exposedMethods: ['joinById', 'reconnect'],
    DEFAULT_CORS_HEADERS: {},
    getCorsHeaders: () => ({}),
  });
}

/** Rejects when the port can't be had; Colyseus itself would print a stack and wait for ever. */
function failureOf(httpServer: Server): Promise<never> {
  httpServer.removeAllListeners('error');
  return new Promise((_resolve, reject) => httpServer.once('error', reject));
}

/** Starts a server; one at a time per process, since Colyseus keeps its matchmaking in module state. Throws EADDRINUSE. */
export async function createApp(options: AppOptions): Promise<App> {
  const { isDevelopment = false } = options;
  Encoder.BUFFER_SIZE = STATE_BUFFER_BYTES;
  restrictMatchmaking();
  const hosting: Hosting = {
    directory: createDirectory(),
    referee: createReferee(),
    journal: createMemoryJournal(),
    blobs: createMemoryBlobs(),
    allowExperiments: options.allowExperiments ?? false,
    lanAddress: isLoopback(options.host ?? '') ? null : (lanAddresses()[0] ?? null),
    now: options.now ?? Date.now,
  };
  const { directory, referee } = hosting;
  const pages = isDevelopment
    ? await sourcePages(options.port + 1)
    : {
        router: builtPages(options.clientFolder ?? fileURLToPath(new URL('../dist/client', import.meta.url))),
        close: () => Promise.resolve(),
      };
  const transport = new WebSocketTransport({
    maxPayload: MAX_SOCKET_BYTES,
    beforeUpgrade: (_request, { headers }) => {
      const get = (name: string): string | undefined => headers.get(name) ?? undefined;
      const isOwn = isOwnOrigin({
        origin: get('origin'),
        host: get('host'),
        forwardedHost: get('x-forwarded-host'),
      });
      return isOwn ? undefined : new Response(null, { status: 403 });
    },
  });
  const server = defineServer({
    greet: false,
    gracefullyShutdown: false,
    transport,
    rooms: { [ROOM_NAME]: defineRoom(createLabRoom(directory)) },
    express: (app: Application) => {
      app.disable('x-powered-by');
      /* Weights are never cached, and hashing each answer for a tag would hold up the room. */
      app.disable('etag');
      app.use(securityHeaders(isDevelopment));
      app.use(checkOrigin);
      app.use(matchRoutes(hosting));
      app.use(teamRoutes(directory));
      app.use('/api', () => refuse('protocol/not_found'));
      app.use(pages.router);
      app.use(errorHandler);
    },
  });
  const close = async (): Promise<void> => {
    await server.gracefullyShutdown(false);
    directory.dispose();
    await Promise.all([referee.close(), pages.close()]);
  };
  const httpServer = transport.server as Server;
  try {
    await Promise.race([failureOf(httpServer), server.listen(options.port, options.host)]);
  } catch (error) {
    await Promise.all([referee.close(), pages.close()]);
    throw error;
  }
  httpServer.keepAliveTimeout = KEEP_ALIVE_MS;
  httpServer.headersTimeout = KEEP_ALIVE_MS + 1_000;
  const { port } = httpServer.address() as AddressInfo;
  return { url: `http://localhost:${port}`, port, directory, close };
}
