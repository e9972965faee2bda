/** One participant's line to a match, as a page has it: by the same transport, with refusals thrown. */

import type { ClientError, Reply } from '../session/errors.ts';
import { fillRoute } from '../session/http.ts';
import { makeId } from '../session/ids.ts';
import type { Seat } from '../session/seat.ts';
import type { RoomLine, SeatCall, Transport } from '../session/transport.ts';
import type { HostMove, PlayerMove } from '../../shared/game/moves.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';

/** The server said no, or did not say anything. */
export class RefusedError extends Error {
  readonly error: ClientError;
  constructor(what: string, error: ClientError) {
    super(`${what}: ${error.code} ${JSON.stringify(error.params ?? {})}`);
    this.error = error;
  }
}

/** What was answered; throws a RefusedError when it was no. */
export function valueOf<T>(what: string, reply: Reply<T>): T {
  if (!reply.ok) throw new RefusedError(what, reply.error);
  return reply.value;
}

export class Connection {
  private readonly transport: Transport;
  private readonly call: SeatCall;
  private readonly listeners: ((view: MatchView) => void)[] = [];
  private line: RoomLine | null = null;
  private newest: MatchView | null = null;
  /** Called when the line to the room ends without being asked to. */
  onLost: (reason: string) => void = () => undefined;

  private constructor(transport: Transport, { code, token }: Pick<Seat, 'code' | 'token'>) {
    this.transport = transport;
    this.call = { code, token, signal: new AbortController().signal };
  }

  /** Joins a room with a seat's or the host's token and waits for its first state. */
  static async open(
    transport: Transport,
    seat: Pick<Seat, 'code' | 'roomId' | 'token'>,
  ): Promise<Connection> {
    const connection = new Connection(transport, seat);
    const joined = await transport.join(seat, {
      onView: (view) => connection.hear(view),
      onGoodbye: ({ code }) => connection.onLost(code),
      onLost: () => connection.onLost('the line broke'),
    });
    connection.line = valueOf('joining', joined);
    await connection.until(() => true, 10_000);
    return connection;
  }

  private hear(view: MatchView): void {
    this.newest = view;
    for (const listener of this.listeners) listener(view);
  }

  /** What this participant sees now. */
  get view(): MatchView {
    if (!this.newest) throw new Error('no state yet');
    return this.newest;
  }

  onView(listener: (view: MatchView) => void): void {
    this.listeners.push(listener);
    if (this.newest) listener(this.newest);
  }

  /** Resolves with the first view for which the predicate holds. */
  until(predicate: (view: MatchView) => boolean, timeoutMs: number): Promise<MatchView> {
    return new Promise((resolve, reject) => {
      let done = false;
      const timer = setTimeout(() => {
        done = true;
        reject(new Error(`waited ${timeoutMs / 1000} s in stage ${this.newest?.stage ?? 'unknown'}`));
      }, timeoutMs);
      this.onView((view) => {
        if (done || !predicate(view)) return;
        done = true;
        clearTimeout(timer);
        resolve(view);
      });
    });
  }

  /** Makes a move; throws a RefusedError when the rules say no. */
  async send(move: PlayerMove | HostMove): Promise<void> {
    if (!this.line) throw new Error('not connected');
    const request = { version: PROTOCOL_VERSION, id: makeId(), move };
    valueOf(move.type, await this.line.request(request));
  }

  /** The JSON that a route of /api/team answers this seat. */
  async getJson<T>(route: string, params: Record<string, string | number> = {}): Promise<T> {
    const path = fillRoute(route, params);
    return valueOf(path, await this.transport.getJson<T>(path, this.call));
  }

  /** The bytes that a route of /api/team answers this seat. */
  async getBytes(
    route: string,
    params: Record<string, string | number> = {},
  ): Promise<Uint8Array<ArrayBuffer>> {
    const path = fillRoute(route, params);
    return valueOf(path, await this.transport.getBytes(path, this.call));
  }

  async postBytes(
    route: string,
    params: Record<string, string | number>,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<void> {
    const path = fillRoute(route, params);
    valueOf(path, await this.transport.postBytes(path, bytes, this.call));
  }

  close(): void {
    this.onLost = () => undefined;
    this.line?.close();
  }
}
