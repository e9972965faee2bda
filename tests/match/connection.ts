/** One participant's line to a server: the public HTTP routes and the room, as a browser would use them. */

import { randomUUID } from 'node:crypto';
import { Client, type Room } from '@colyseus/sdk';
import { REFUSAL_HEADER, type ErrorReply } from '../../shared/game/wire/routes.ts';
import type { JoinOptions, MoveReply, MoveRequest } from '../../shared/game/wire/messages.ts';
import { MOVE_REQUEST } from '../../shared/game/wire/requests.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import type { HostMove, PlayerMove } from '../../shared/game/moves.ts';
import type { GameError } from '../../shared/game/result.ts';
import { MatchState } from '../../shared/game/sync/state.ts';
import { readView, type MatchView } from '../../shared/game/sync/view.ts';

/** The server said no. */
export class RefusedError extends Error {
  readonly error: GameError;
  constructor(what: string, error: GameError) {
    super(`${what}: ${error.code} ${JSON.stringify(error.params ?? {})}`);
    this.error = error;
  }
}

/** Calls a route and throws a RefusedError with the server's own code when it is refused. */
async function call(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (response.ok && !response.headers.has(REFUSAL_HEADER)) return response;
  const text = await response.text();
  const what = `${init.method ?? 'GET'} ${new URL(url).pathname} -> ${response.status}`;
  let reply: Partial<ErrorReply>;
  try {
    reply = JSON.parse(text) as Partial<ErrorReply>;
  } catch {
    throw new Error(`${what}: ${text.slice(0, 200)}`);
  }
  if (reply.error) throw new RefusedError(what, reply.error);
  throw new Error(`${what}: ${text.slice(0, 200)}`);
}

/** Posts JSON; the reply's shape is the server's promise. */
export async function postJson<Reply>(url: string, body: unknown): Promise<Reply> {
  const headers = { 'content-type': 'application/json' };
  const response = await call(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as Reply;
}

/** A route with its `:names` filled in. */
export function fillRoute(route: string, params: Record<string, string | number>): string {
  return route.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]));
}

export class Connection {
  private readonly room: Room<unknown, MatchState>;
  private readonly token: string;
  private readonly url: string;
  private readonly listeners: ((view: MatchView) => void)[] = [];
  private newest: MatchView | null = null;
  /** Called when the server closes the room's socket without being asked to. */
  onLost: (reason: string) => void = () => undefined;

  private constructor(url: string, token: string, room: Room<unknown, MatchState>) {
    this.url = url;
    this.token = token;
    this.room = room;
    room.onStateChange((state) => {
      const view = readView(state);
      this.newest = view;
      for (const listener of this.listeners) listener(view);
    });
    room.onLeave((code, reason) => this.onLost(`${code} ${reason ?? ''}`));
  }

  /** Joins a room with a seat's or the host's token and waits for its first state. */
  static async open(url: string, roomId: string, token: string): Promise<Connection> {
    const options: JoinOptions = { version: PROTOCOL_VERSION, token };
    const room = await new Client(url).joinById<MatchState>(roomId, options, MatchState);
    const connection = new Connection(url, token, room);
    await connection.until(() => true, 10_000);
    return connection;
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
    const request: MoveRequest = { version: PROTOCOL_VERSION, id: randomUUID(), move };
    const reply = await this.room.request<MoveRequest, MoveReply>(MOVE_REQUEST, request);
    if (!reply.ok) throw new RefusedError(move.type, reply.error);
  }

  /** Calls a route of /api/team with this seat's token. */
  async team(
    route: string,
    params: Record<string, string | number>,
    body?: Uint8Array<ArrayBuffer>,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.token}` };
    if (body) headers['content-type'] = 'application/octet-stream';
    const response = await call(this.url + fillRoute(route, params), {
      method: body ? 'POST' : 'GET',
      headers,
      ...(body ? { body } : {}),
    });
    return new Uint8Array(await response.arrayBuffer());
  }

  async close(): Promise<void> {
    this.onLost = () => undefined;
    await this.room.leave();
  }
}
