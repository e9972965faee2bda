/** Which sockets are opened: those for which a place in a room is held, and no others. */

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { matchMaker } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import type { WebSocket, WebSocketServer } from 'ws';
import { guardListeners } from '../guard-listeners.ts';
import { splitMatchPath } from './match-path.ts';
import { isOwnOrigin } from './security.ts';

/** As long as a refused client may take to read its answer. */
const REFUSAL_MS = 5_000;

/** As the framework makes them. */
const PATH = /^\/[\w-]{1,40}\/([\w-]{1,40})$/;
const SESSION = /^[\w-]{1,40}$/;

/** Whether a proxy at this address is believed; as in express. */
export type IsTrusted = (address: string, hop: number) => boolean;

/** Whether the request is for a place that is held in a room of this process. */
function hasPlace(url: URL): boolean {
  const [, roomId] = PATH.exec(url.pathname) ?? [];
  const sessionId = url.searchParams.get('sessionId');
  if (roomId === undefined || sessionId === null || !SESSION.test(sessionId)) return false;
  return matchMaker.getLocalRoomById(roomId)?.hasReservedSeat(sessionId) === true;
}

function isFromOwnPage({ headers, socket }: IncomingMessage, isTrusted: IsTrusted): boolean {
  const forwarded = headers['x-forwarded-host'];
  const isBelieved = typeof forwarded === 'string' && isTrusted(socket.remoteAddress ?? '', 0);
  return isOwnOrigin(headers.origin, [headers.host, isBelieved ? forwarded : undefined]);
}

/** What to answer instead of opening a socket; null when it may be opened. */
function refusalOf(request: IncomingMessage, isTrusted: IsTrusted): string | null {
  const { url = '' } = request;
  const base = 'http://server';
  if (!url.startsWith('/') || !URL.canParse(url, base)) return '400 Bad Request';
  return isFromOwnPage(request, isTrusted) && hasPlace(new URL(url, base)) ? null : '403 Forbidden';
}

/** Node's own time limits are off by now, and `end` alone closes only our half: a client that keeps its own would hold the socket for ever. */
function refuseUpgrade(socket: Duplex, refusal: string): void {
  const timer = setTimeout(() => socket.destroy(), REFUSAL_MS);
  socket.once('close', () => clearTimeout(timer));
  socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}

/** The framework's transport, with all its listeners guarded, and a check of our own before its sockets. */
export class GuardedTransport extends WebSocketTransport {
  constructor(options: { maxPayload: number }) {
    super(options);
    guardListeners(this.sockets, 'the sockets', (event, [socket]) => {
      if (event === 'connection') (socket as WebSocket).terminate();
    });
    this.sockets.prependListener('connection', (socket: WebSocket) => guardListeners(socket, 'a socket'));
  }

  private get sockets(): WebSocketServer {
    return this.wss as unknown as WebSocketServer;
  }

  /** Takes the place of the framework's listener, which reads addresses that nobody has checked. */
  useDoor(isTrusted: IsTrusted): void {
    this.server?.removeAllListeners('upgrade');
    this.server?.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on('error', () => socket.destroy());
      request.url = splitMatchPath(request.url ?? '').rest;
      const refusal = refusalOf(request, isTrusted);
      if (refusal !== null) {
        refuseUpgrade(socket, refusal);
        return;
      }
      this.sockets.handleUpgrade(request, socket, head, (opened) =>
        this.sockets.emit('connection', opened, request),
      );
    });
  }
}
