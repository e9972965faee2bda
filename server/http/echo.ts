/** Sockets that say back what they are told, for the page that tries out a device and its network: few at a time, a few messages each, and not for long. */

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { ECHO } from '../../shared/game/wire/echo.ts';
import { guardListeners } from '../guard-listeners.ts';

/** A class that tries it at once; more wait for each other. */
const MOST_OPEN = 60;

export class EchoSockets {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: ECHO.bytes });
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
    guardListeners(this.#server, 'the echo');
  }

  /** False where as many are open as may be. */
  open(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    if (this.#server.clients.size >= MOST_OPEN) return false;
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#answer(opened));
    return true;
  }

  /** Text comes back after the server's time, bytes as they are. */
  #answer(socket: WebSocket): void {
    guardListeners(socket, 'an echo', () => socket.terminate());
    const timer = setTimeout(() => socket.terminate(), ECHO.milliseconds);
    let left: number = ECHO.messages;
    /* What is too large is refused by an error of the socket's own. */
    socket.on('error', () => socket.terminate());
    socket.on('close', () => clearTimeout(timer));
    socket.on('message', (data, isBinary) => {
      if (left-- <= 0) return socket.terminate();
      socket.send(isBinary ? data : `${this.#now()} ${String(data)}`, { binary: isBinary });
    });
  }

  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }
}
