/** One participant's line to a server, as a page has it: by the same transport, with refusals thrown. */

import { randomUUID } from 'node:crypto';
import { colyseusAt } from '../../client/session/colyseus.ts';
import type { ClientError, Reply } from '../../client/session/errors.ts';
import { postJson as post } from '../../client/session/http.ts';
import type { RoomLine, SeatCall, Transport } from '../../client/session/transport.ts';
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

function valueOf<T>(what: string, reply: Reply<T>): T {
  if (!reply.ok) throw new RefusedError(what, reply.error);
  return reply.value;
}

/** Posts JSON; the reply's shape is the server's promise. */
export async function postJson<T>(url: string, body: unknown): Promise<T> {
  return valueOf(`POST ${new URL(url).pathname}`, await post<T>(url, body));
}

/** A route with its `:names` filled in. */
export function fillRoute(route: string, params: Record<string, string | number>): string {
  return route.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]));
}

export class Connection {
  private readonly transport: Transport;
  private readonly call: SeatCall;
  private readonly listeners: ((view: MatchView) => void)[] = [];
  private line: RoomLine | null = null;
  private newest: MatchView | null = null;
  /** Called when the line to the room ends without being asked to. */
  onLost: (reason: string) => void = () => undefined;

  private constructor(url: string, token: string) {
    this.transport = colyseusAt(url);
    this.call = { token, signal: new AbortController().signal };
  }

  /** Joins a room with a seat's or the host's token and waits for its first state. */
  static async open(url: string, roomId: string, token: string): Promise<Connection> {
    const connection = new Connection(url, token);
    const joined = await connection.transport.join(
      { roomId, token },
      {
        onView: (view) => connection.hear(view),
        onGoodbye: ({ code }) => connection.onLost(code),
        onLost: () => connection.onLost('the line broke'),
      },
    );
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
    const request = { version: PROTOCOL_VERSION, id: randomUUID(), move };
    valueOf(move.type, await this.line.request(request));
  }

  /** Calls a route of /api/team with this seat's token; what is posted is answered with nothing. */
  async team(
    route: string,
    params: Record<string, string | number>,
    body?: Uint8Array<ArrayBuffer>,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const path = fillRoute(route, params);
    if (!body) return valueOf(path, await this.transport.getBytes(path, this.call));
    valueOf(path, await this.transport.postBytes(path, body, this.call));
    return new Uint8Array();
  }

  async close(): Promise<void> {
    this.onLost = () => undefined;
    this.line?.close();
  }
}
