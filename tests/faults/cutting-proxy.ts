/** A way to a server, or to several in turn, that can be cut, that can fall silent with nothing closed, and that may let no WebSockets through. */

import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export class CuttingProxy {
  readonly #targets: readonly number[];
  #connections = 0;
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  /** Whether it lets nothing through that asks to be a WebSocket, and does not say so. */
  blocksWebSockets = false;

  private constructor(targets: readonly number[]) {
    this.#targets = targets;
    this.#server = createServer((socket) => this.#pass(socket));
  }

  static async to(...ports: number[]): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(ports);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Connections of now carry nothing any more, and neither end is told: as when a phone has left the room. */
  fallSilent(): void {
    for (const socket of this.#sockets) swallow(socket);
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #pass(socket: Socket): void {
    socket.once('data', (first: Buffer) => {
      socket.pause();
      if (this.blocksWebSockets && /^upgrade: websocket/im.test(first.toString('latin1'))) swallow(socket);
      else this.#connect(socket, first, this.#targets.length);
    });
    socket.on('error', () => undefined);
  }

  /** Where the one whose turn it is does not answer, the next is tried, as load balancers do. */
  #connect(socket: Socket, first: Buffer, tries: number): void {
    const target = this.#targets[this.#connections++ % this.#targets.length];
    const onward = connect(target, '127.0.0.1');
    const tryNext = (): void => {
      if (tries > 1) this.#connect(socket, first, tries - 1);
      else socket.destroy();
    };
    onward.once('error', tryNext);
    onward.once('connect', () => {
      onward.off('error', tryNext);
      this.#join(socket, onward);
      onward.write(first);
    });
  }

  #join(socket: Socket, onward: Socket): void {
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      this.#sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
    if (socket.destroyed) onward.destroy();
  }
}

/** Takes whatever still comes, and does nothing about it. */
function swallow(socket: Socket): void {
  socket.unpipe();
  socket.removeAllListeners('close');
  socket.removeAllListeners('data');
  socket.resume();
}
