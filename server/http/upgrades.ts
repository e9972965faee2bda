/** Which sockets are opened: those for which a place in a room is held, those that only say back what they are told, and no others. */

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { matchMaker } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import type { WebSocket, WebSocketServer } from 'ws';
import { guard } from '../guard.ts';
import { guardListeners } from '../guard-listeners.ts';
import { ECHO } from '../../shared/game/wire/echo.ts';
import type { EchoSockets } from './echo.ts';
import { splitMatchPath } from './match-path.ts';
import { isOwnOrigin } from './security.ts';

/** As long as a refused client may take to read its answer. */
const REFUSAL_MS = 5_000;

/** Paths need one to be read. */
const BASE = 'http://server';
/** As the framework makes them. */
const PATH = /^\/[\w-]{1,40}\/([\w-]{1,40})$/;
const SESSION = /^[\w-]{1,40}$/;

/** Whether a proxy at this address is believed; as in express. */
export type IsTrusted = (address: string, hop: number) => boolean;

/** The way to sockets of other processes. */
export interface SocketForwarder {
  /** Whether another process passes the request on, which has checked where it comes from. */
  isPassedOn(request: IncomingMessage): boolean;
  /** Passes a request on that belongs to a match of another process; false where it is for this one to answer. */
  passOn(request: IncomingMessage, socket: Duplex, head: Buffer, isPassedOn: boolean): Promise<boolean>;
}

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

/** Node's own time limits are off by now, and `end` alone closes only our half: a client that keeps its own would hold the socket for ever. */
export function refuseUpgrade(socket: Duplex, refusal: string): void {
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
  useDoor(isTrusted: IsTrusted, echo: EchoSockets, forwarder: SocketForwarder | null): void {
    const open = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
      const { url = '' } = request;
      const place = splitMatchPath(url).rest;
      if (!url.startsWith('/') || !URL.canParse(place, BASE)) return refuseUpgrade(socket, '400 Bad Request');
      const isPassedOn = forwarder?.isPassedOn(request) ?? false;
      if (!isPassedOn && !isFromOwnPage(request, isTrusted)) return refuseUpgrade(socket, '403 Forbidden');
      if (await forwarder?.passOn(request, socket, head, isPassedOn)) return;
      if (url === ECHO.path) {
        if (!echo.open(request, socket, head)) refuseUpgrade(socket, '503 Service Unavailable');
        return;
      }
      if (!hasPlace(new URL(place, BASE))) return refuseUpgrade(socket, '403 Forbidden');
      request.url = place;
      this.sockets.handleUpgrade(request, socket, head, (opened) =>
        this.sockets.emit('connection', opened, request),
      );
    };
    this.server?.removeAllListeners('upgrade');
    this.server?.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on('error', () => socket.destroy());
      guard('Opening a socket', () => open(request, socket, head));
    });
  }
}
