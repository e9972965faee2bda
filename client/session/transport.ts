/** What carries a seat's match: a line to its room, and the HTTP calls of the seat. Colyseus over a network is one way to do it. */

import type { MoveRequest } from '../../shared/game/wire/messages.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import type { MatchClock } from './clock.ts';
import type { ClientError, Reply } from './errors.ts';
import type { Seat } from './seat.ts';

/** What a room tells. After `onGoodbye` or `onLost` it is silent. */
export interface RoomListener {
  onView(view: MatchView): void;
  /** The server closed the line for good, and says why. */
  onGoodbye(reason: ClientError): void;
  /** The line broke; joining again may help. */
  onLost(): void;
}

/** An open line to a room. */
export interface RoomLine {
  /** Brings a move. `client/offline` means that nobody knows whether it arrived: the same request may be sent again. */
  request(move: MoveRequest): Promise<Reply<null>>;
  /** The server's clock, in milliseconds; rejects when the line broke. */
  serverNowMs(): Promise<number>;
  /** Leaves; the listener hears nothing more. */
  close(): void;
}

/** In whose name an HTTP call is made, and until when its answer is wanted. */
export interface SeatCall {
  code: string;
  token: string;
  signal: AbortSignal;
}

export interface Transport {
  /** Whether a seat outlives the page, so that it is worth keeping on the device. */
  readonly keepsSeats: boolean;
  /** The match's clock where it is not a server's. */
  readonly clock?: MatchClock;
  join(seat: Pick<Seat, 'code' | 'roomId' | 'token'>, listener: RoomListener): Promise<Reply<RoomLine>>;
  getJson<T>(path: string, call: SeatCall): Promise<Reply<T>>;
  getBytes(path: string, call: SeatCall): Promise<Reply<Uint8Array<ArrayBuffer>>>;
  postBytes(path: string, bytes: Uint8Array<ArrayBuffer>, call: SeatCall): Promise<Reply<null>>;
}
