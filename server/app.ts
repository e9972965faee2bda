/** The whole server in one function: pages, HTTP, sockets, rooms and referee on one port. */

import './ws-global.ts';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Encoder } from '@colyseus/schema';
import { defineRoom, defineServer } from '@colyseus/core';
import express, { type Express } from 'express';
import type { Cluster } from './cluster/cluster.ts';
import { ownAddress } from './cluster/own-address.ts';
import { guardListeners } from './guard-listeners.ts';
import { EchoSockets } from './http/echo.ts';
import { answerAsFramework, enterRoutes } from './http/enter.ts';
import { refuse } from './hosting/refusal.ts';
import { errorHandler } from './http/errors.ts';
import { dropMatchPath } from './http/match-path.ts';
import { matchRoutes } from './http/matches.ts';
import { builtPages, sourcePages } from './http/pages.ts';
import { limitByAddress, limitRequests } from './http/rate-limits.ts';
import { checkOrigin, securityHeaders } from './http/security.ts';
import { hallRoutes } from './http/hall.ts';
import { tableRoutes } from './http/table.ts';
import { teamRoutes } from './http/team.ts';
import { GuardedTransport, type IsTrusted } from './http/upgrades.ts';
import { isLoopback, lanAddresses } from './lan.ts';
import { createLimits, type Limits } from './limits/limits.ts';
import { frameworkLogger, jsonLog } from './json-log.ts';
import { writeLogTo } from './log.ts';
import { createDirectory, type Directory } from './matchmaking/directory.ts';
import { ROOM_NAME, type Hosting } from './matchmaking/host-match.ts';
import { OWN_LOBBIES } from './matchmaking/quick-match.ts';
import { createReferee } from './referee/referee.ts';
import { createUpdateThreads } from './updates/threads.ts';
import { createLabRoom } from './rooms/LabRoom.ts';
import { recoverMatches } from './matchmaking/recover-matches.ts';
import { openMemoryStore } from './store/memory.ts';
import type { Store } from './store/ports.ts';

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
  /** Proxies whose word on a client's address is taken: so many of them in a row, or at these addresses; none by default. */
  trustProxy?: number | readonly string[];
  /** For tests and measurements that are busier than people. */
  limits?: Limits;
  now?: () => number;
  /** Where matches are kept; in memory by default. It is closed with the server. */
  store?: Store;
  /** Address of the Redis that the processes of a cluster share, as they do the store; null for a process by itself. */
  redisUrl?: string | null;
  /** Where the other processes reach this one; found out by default. */
  advertiseAddress?: string | null;
}

export interface App {
  /** Where the server listens, for programs on this machine. */
  url: string;
  port: number;
  directory: Directory;
  httpServer: Server;
  close(): Promise<void>;
}

/** Requests of the socket are small: the largest is a plan. */
const MAX_SOCKET_BYTES = 16 * 1024;
/** Longer than a round takes, so that a device's connection is still there when it brings its update. */
const KEEP_ALIVE_MS = 120_000;
/** What tells the next process when this one was killed. */
const BEAT_MS = 1_000;
/** For the headers of a request, and for all of it: an update over a slow network takes a while. */
const HEADERS_MS = 20_000;
const REQUEST_MS = 120_000;
/**
 * The whole state of thirty labs with all their frames of film takes 1.7 MB. Where it does not fit, the framework grows a copy but
 * sends the cut-off original to whoever joins.
 */
const STATE_BUFFER_BYTES = 4 * 1024 * 1024;

/** Answers whoever waits for a request or an upgrade whose listener threw. */
function hangUp(event: string | symbol, parts: readonly unknown[]): void {
  if (event === 'upgrade') (parts[1] as Duplex).destroy();
  if (event !== 'request') return;
  const response = parts[1] as ServerResponse;
  if (!response.headersSent) response.writeHead(500);
  response.end();
}

interface Readiness {
  /** Resolves when the matches of earlier processes are back. */
  isReady: Promise<void>;
  /** Whether matches are being left for the next process. */
  isLeaving: () => boolean;
}

/** All that is answered over HTTP. The pages come last, since they answer whatever is asked of them. */
function createRoutes(
  hosting: Hosting,
  pages: express.Router,
  { isReady, isLeaving }: Readiness,
  cluster: Cluster | null,
  options: AppOptions,
): Express {
  const { directory, limits } = hosting;
  const app = express();
  app.disable('x-powered-by');
  /* Weights are never cached, and hashing each answer for a tag would hold up the room. */
  app.disable('etag');
  app.set('trust proxy', options.trustProxy ?? false);
  if (cluster) app.use(cluster.acceptVisitors);
  app.use(dropMatchPath);
  app.use(securityHeaders(options.isDevelopment ?? false));
  app.use(checkOrigin(hosting.now));
  /* Whoever comes back to a match must not be told that it is not there. */
  app.use(['/api', '/matchmake'], async (_request, _response, next) => {
    await isReady;
    if (isLeaving()) refuse('protocol/server_busy');
    next();
  });
  if (cluster) app.use(['/api', '/matchmake'], cluster.passOn);
  app.use(enterRoutes(directory, limits));
  app.use('/api', limitRequests(limits, directory));
  app.use(matchRoutes(hosting, cluster?.lobbies ?? OWN_LOBBIES));
  app.use(tableRoutes(hosting.store, limits, hosting.now));
  app.use(hallRoutes(hosting.store, directory, limits, hosting.now));
  app.use(teamRoutes(directory));
  app.use('/api', () => refuse('protocol/not_found'));
  app.use(limitByAddress(limits, 'page'), pages);
  app.use('/matchmake', answerAsFramework);
  app.use(errorHandler);
  return app;
}

/** A process by itself does not even load what speaks to Redis. */
async function openCluster(...[url, store, directory]: Parameters<typeof Cluster.open>): Promise<Cluster> {
  return (await import('./cluster/cluster.ts')).Cluster.open(url, store, directory);
}

/** Rejects when the port can't be had; Colyseus itself would print a stack and wait for ever. */
function failureOf(httpServer: Server): Promise<never> {
  httpServer.removeAllListeners('error');
  return new Promise((_resolve, reject) => httpServer.once('error', reject));
}

/** Starts a server; one at a time per process, since Colyseus keeps its matchmaking in module state. Throws EADDRINUSE. */
export async function createApp(options: AppOptions): Promise<App> {
  const { isDevelopment = false } = options;
  writeLogTo(jsonLog);
  Encoder.BUFFER_SIZE = STATE_BUFFER_BYTES;
  const store = options.store ?? openMemoryStore();
  const directory = createDirectory(store);
  const cluster = options.redisUrl ? await openCluster(options.redisUrl, store, directory) : null;
  let beReady = (): void => undefined;
  let isLeaving = false;
  const isReady = new Promise<void>((resolve) => (beReady = resolve));
  const referee = createReferee({ begin: isReady });
  const updates = createUpdateThreads(isReady);
  const hosting: Hosting = {
    directory,
    referee,
    updates,
    store,
    limits: options.limits ?? createLimits({ redis: cluster?.redis }),
    allowExperiments: options.allowExperiments ?? false,
    lanAddresses: isLoopback(options.host ?? '') ? [] : lanAddresses(),
    now: options.now ?? Date.now,
    announce: async (code) => cluster?.announce(code),
  };
  const pages = isDevelopment
    ? await sourcePages(options.port + 1)
    : {
        router: builtPages(options.clientFolder ?? fileURLToPath(new URL('../dist/client', import.meta.url))),
        close: () => Promise.resolve(),
      };
  const readiness = { isReady, isLeaving: () => isLeaving };
  const routes = createRoutes(hosting, pages.router, readiness, cluster, options);
  const transport = new GuardedTransport({ maxPayload: MAX_SOCKET_BYTES });
  const httpServer = transport.server as Server;
  guardListeners(httpServer, 'the server', hangUp);
  const echo = new EchoSockets(hosting.now);
  transport.useDoor(routes.get('trust proxy fn') as IsTrusted, echo, cluster?.sockets ?? null);
  const server = defineServer({
    greet: false,
    logger: frameworkLogger,
    gracefullyShutdown: false,
    transport,
    ...cluster?.framework,
    rooms: { [ROOM_NAME]: defineRoom(createLabRoom(directory, hosting.limits)) },
  });
  /* A store that is away says so where it matters. */
  const beat = setInterval(() => store.beat(hosting.now()).catch(() => undefined), BEAT_MS).unref();
  const close = async (): Promise<void> => {
    isLeaving = true;
    echo.close();
    await cluster?.retire();
    clearInterval(beat);
    await directory.dispose();
    await server.gracefullyShutdown(false);
    cluster?.end();
    await Promise.all([referee.close(), updates.close(), pages.close()]);
    await store.close();
  };
  try {
    await Promise.race([failureOf(httpServer), server.listen(options.port, options.host)]);
  } catch (error) {
    clearInterval(beat);
    cluster?.end();
    await Promise.all([referee.close(), updates.close(), pages.close(), store.close()]);
    throw error;
  }
  /* The framework has put its own routes in front by now: they make rooms for anybody, and hold nothing to a size. */
  httpServer.removeAllListeners('request');
  httpServer.on('request', routes);
  httpServer.keepAliveTimeout = KEEP_ALIVE_MS;
  httpServer.headersTimeout = HEADERS_MS;
  httpServer.requestTimeout = REQUEST_MS;
  const { port } = httpServer.address() as AddressInfo;
  const { advertiseAddress, host } = options;
  await cluster?.begin(hosting, advertiseAddress ?? ownAddress(host, port, lanAddresses()));
  await recoverMatches(hosting);
  beReady();
  return { url: `http://localhost:${port}`, port, directory, httpServer, close };
}
