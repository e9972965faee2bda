/** A session: everything that a page knows of a match from one seat. It ends when the seat is left, and all of it with it. */

import { computed, effect, signal } from '@preact/signals';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import type { AudienceMove, HostMove, PlayerMove } from '../../shared/game/moves.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { backoffMs, sleep, waitToReturn } from './backoff.ts';
import { ServerClock, type MatchClock } from './clock.ts';
import { OFFLINE, type ClientError, type Reply } from './errors.ts';
import { makeId } from './ids.ts';
import type { Seat } from './seat.ts';
import { standpointOf, type Standpoint } from './standpoint.ts';
import { Toasts } from './toasts.ts';
import type { RoomLine, SeatCall, Transport } from './transport.ts';

const MOVE_ATTEMPTS = 5;

export interface SessionEvents {
  /** Told once when the server has ended the session: why, and whether the seat is lost for good. */
  onOver(error: ClientError, isSeatLost: boolean): void;
  /** The match has gone on to another generation than the one that this session began in. */
  onTurn?(): void;
}

let opened = 0;

export class Session {
  /** No two sessions of a page have the same; workers that serve all of them name things by it. */
  readonly number = ++opened;
  /** Null before a seat is taken: what is typed then is forgotten with the next seat as well. */
  readonly seat: Seat | null;
  readonly match = signal<MatchView | null>(null);
  readonly connection = signal<'idle' | 'connecting' | 'online' | 'reconnecting'>('idle');
  /** Why the line is not there, as far as the last try could tell; null while it is. */
  readonly trouble = signal<ClientError | null>(null);
  readonly clock: MatchClock;
  readonly toasts = new Toasts();
  /** The match from this player's seat; null while it isn't known or for a host. */
  readonly standpoint = computed<Standpoint | null>(() => {
    const view = this.match.value;
    const playerId = this.seat?.playerId;
    return view && playerId ? standpointOf(view, playerId) : null;
  });
  readonly #transport: Transport;
  readonly #events: SessionEvents;
  readonly #end = new AbortController();
  readonly #kept = new Map<unknown, unknown>();
  #line: RoomLine | null = null;
  /** Whose the line is: it may be passed on. */
  #holder: { session: Session } = { session: this };
  #generation: number | null = null;

  constructor(seat: Seat | null, transport: Transport, events: SessionEvents) {
    this.seat = seat;
    this.#transport = transport;
    this.clock = transport.clock ?? new ServerClock();
    this.#events = events;
  }

  get isOver(): boolean {
    return this.#end.signal.aborted;
  }

  /** What was made for this session under this key, made now if it is asked for the first time. */
  keep<T>(key: unknown, make: (session: Session) => T): T {
    if (!this.#kept.has(key)) this.#kept.set(key, make(this));
    return this.#kept.get(key) as T;
  }

  /** Does something when the session ends, at once if it has. */
  onEnd(act: () => void): void {
    if (this.isOver) act();
    else this.#end.signal.addEventListener('abort', act, { once: true });
  }

  /** Runs an effect until the session ends; returns a function that stops it earlier. */
  watch(run: () => void): () => void {
    if (this.isOver) return () => undefined;
    const stop = effect(run);
    this.onEnd(stop);
    return () => {
      stop();
      this.#end.signal.removeEventListener('abort', stop);
    };
  }

  /** Connects for the first time; a network that is away is waited for, a refusal is returned. */
  async connect(): Promise<Reply<null>> {
    this.connection.value = 'connecting';
    const reply = await this.#join();
    if (reply.ok || this.isOver || !mayPass(reply.error)) return reply;
    this.trouble.value = reply.error;
    void this.#comeBack();
    return { ok: true, value: null };
  }

  /**
   * Gives its line to a session that has just been made for the same seat, and ends. That one knows nothing of what the page
   * made in this one: drafts, documents and models of a generation go with it.
   */
  passOn(next: Session): void {
    const line = this.#line;
    const view = this.match.peek();
    this.#line = null;
    this.#holder.session = next;
    next.#holder = this.#holder;
    this.end();
    if (line) next.#begin(line);
    if (view) next.#see(view);
  }

  /** Leaves the match: watchers stop, requests are broken off, and answers that come late change nothing. */
  end(): void {
    if (this.isOver) return;
    this.#end.abort();
    this.#line?.close();
    this.#line = null;
    this.match.value = null;
    this.connection.value = 'idle';
  }

  /**
   * Sends a move, with the same id on every try, so that a lost answer never counts twice. Refusals are shown as a
   * toast unless `quiet`.
   */
  async send(move: PlayerMove | AudienceMove | HostMove, quiet = false): Promise<Reply<null>> {
    const body = { version: PROTOCOL_VERSION, id: makeId(), move };
    let reply: Reply<null> = OFFLINE;
    for (let attempt = 0; attempt < MOVE_ATTEMPTS; attempt++) {
      if (attempt > 0) await sleep(backoffMs(attempt, Math.random()));
      if (this.isOver) return OFFLINE;
      reply = (await this.#line?.request(body)) ?? OFFLINE;
      if (reply.ok || !mayPass(reply.error)) break;
    }
    if (!reply.ok && !quiet) this.toasts.showError(reply.error);
    return reply;
  }

  getJson<T>(path: string): Promise<Reply<T>> {
    return this.#call((call) => this.#transport.getJson<T>(path, call));
  }

  getBytes(path: string): Promise<Reply<Uint8Array<ArrayBuffer>>> {
    return this.#call((call) => this.#transport.getBytes(path, call));
  }

  postBytes(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Reply<null>> {
    return this.#call((call) => this.#transport.postBytes(path, bytes, call));
  }

  /** A call in the seat's name; once the session is over, whatever comes back counts as lost. */
  async #call<T>(work: (call: SeatCall) => Promise<Reply<T>>): Promise<Reply<T>> {
    if (!this.seat || this.isOver) return OFFLINE;
    const reply = await work({ code: this.seat.code, token: this.seat.token, signal: this.#end.signal });
    return this.isOver ? OFFLINE : reply;
  }

  async #join(): Promise<Reply<null>> {
    if (!this.seat) return OFFLINE;
    const holder = this.#holder;
    const reply = await this.#transport.join(this.seat, {
      onView: (view) => holder.session.#see(view),
      onGoodbye: (reason) => holder.session.#over(reason, reason.code === 'protocol/bad_token'),
      onLost: () => holder.session.#lose(),
    });
    if (!reply.ok) return reply;
    const line = reply.value;
    if (this.isOver) {
      line.close();
      return OFFLINE;
    }
    this.#begin(line);
    return { ok: true, value: null };
  }

  #begin(line: RoomLine): void {
    this.#line = line;
    this.connection.value = 'online';
    this.trouble.value = null;
    void this.clock.follow(() => line.serverNowMs());
  }

  #see(view: MatchView): void {
    if (this.isOver) return;
    this.match.value = view;
    this.#generation ??= view.generation;
    if (view.generation !== this.#generation) this.#events.onTurn?.();
  }

  #over(reason: ClientError, isSeatLost: boolean): void {
    if (!this.isOver) this.#events.onOver(reason, isSeatLost);
  }

  #lose(): void {
    this.#line = null;
    if (!this.isOver) void this.#comeBack();
  }

  async #comeBack(): Promise<void> {
    this.connection.value = 'reconnecting';
    for (let attempt = 0; ; attempt++) {
      await waitToReturn(attempt, Math.random());
      if (this.isOver) return;
      const reply = await this.#join();
      if (reply.ok || this.isOver) return;
      this.trouble.value = reply.error;
      if (mayPass(reply.error)) continue;
      this.#over(reply.error, isFinal(reply.error));
      return;
    }
  }
}

/** True where trying again may help: the network is away, or the server is. */
export function mayPass({ code }: ClientError): boolean {
  return code === 'client/offline' || code === 'client/sockets_blocked' || code === 'protocol/server_busy';
}

/** True for the one refusal that will not change: the seat is gone. */
export function isFinal({ code }: ClientError): boolean {
  return code === 'protocol/bad_token';
}
