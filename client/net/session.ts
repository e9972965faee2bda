/** The connection to one match: joins, keeps the view fresh, sends moves, and comes back after every interruption. */

import { Client, type Room } from '@colyseus/sdk';
import { signal } from '@preact/signals';
import { ROUTES, type TakeSeatReply } from '../../shared/game/wire/routes.ts';
import type { MoveReply } from '../../shared/game/wire/messages.ts';
import { CLOCK_REQUEST, GOODBYE_MESSAGE, MOVE_REQUEST } from '../../shared/game/wire/requests.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import type { HostMove, PlayerMove } from '../../shared/game/moves.ts';
import { MatchState } from '../../shared/game/sync/state.ts';
import { readView, type MatchView } from '../../shared/game/sync/view.ts';
import { backoffMs, sleep } from './backoff.ts';
import { codeIn, OFFLINE, type ClientError, type Reply } from './errors.ts';
import { fillRoute, postJson } from './http.ts';
import { moveId } from './ids.ts';
import { showCodeInLink } from './link.ts';
import { forgetSeat, keepSeat, type Seat } from './seats.ts';
import { showError } from './toasts.ts';

/** Attempts at a room that answers "not there" before we believe it; a restarting server needs a few seconds. */
const GONE_ATTEMPTS = 6;
const MOVE_ATTEMPTS = 5;

export const match = signal<MatchView | null>(null);
export const seat = signal<Seat | null>(null);
export const connection = signal<'idle' | 'connecting' | 'online' | 'reconnecting'>('idle');
/** Why the session ended for good, or null. */
export const goodbye = signal<ClientError | null>(null);
/** Server clock minus this device's clock, in milliseconds. */
export const clockOffsetMs = signal(0);

let room: Room | null = null;
/** Grows with every new session, so that the callbacks of an old one fall silent. */
let epoch = 0;

/** Takes a seat in a match under a name, and connects to it. */
export async function takeSeat(code: string, name: string): Promise<Reply<null>> {
  const path = fillRoute(ROUTES.takeSeat, { code });
  const reply = await postJson<TakeSeatReply>(path, { version: PROTOCOL_VERSION, name });
  if (!reply.ok) return reply;
  const { roomId, playerId, seatToken } = reply.value;
  return openSeat({ role: 'player', code, roomId, playerId, token: seatToken });
}

/** Connects to a match with a seat this device already has. */
export async function openSeat(wanted: Seat): Promise<Reply<null>> {
  const session = ++epoch;
  seat.value = wanted;
  goodbye.value = null;
  connection.value = 'connecting';
  keepSeat(wanted);
  const reply = await join(wanted, session);
  if (reply.ok || reply.error.code === 'client/offline') {
    showCodeInLink(wanted.code);
    if (!reply.ok) void comeBack(wanted, session);
    return { ok: true, value: null };
  }
  endSession(reply.error, isFinal(reply.error));
  return reply;
}

/** Leaves the match on this device; `forget` also gives up the seat. */
export function endSession(error: ClientError | null, forget = true): void {
  epoch++;
  if (forget && seat.value) forgetSeat(seat.value);
  void part(room);
  room = null;
  seat.value = null;
  match.value = null;
  connection.value = 'idle';
  goodbye.value = error;
  if (forget) showCodeInLink(null);
}

/** Leaves a room; one that is gone already is left as well. */
async function part(left: Room | null): Promise<void> {
  try {
    await left?.leave();
  } catch {
    return;
  }
}

/** The server's clock now, in milliseconds. */
export function serverNowMs(): number {
  return Date.now() + clockOffsetMs.value;
}

/**
 * Sends a move, with the same id on every try, so that a lost answer never counts twice. Refusals are shown as a
 * toast unless `quiet`.
 */
export async function send(move: PlayerMove | HostMove, quiet = false): Promise<Reply<null>> {
  const body = { version: PROTOCOL_VERSION, id: moveId(), move };
  const session = epoch;
  for (let attempt = 0; attempt < MOVE_ATTEMPTS; attempt++) {
    if (attempt > 0) await sleep(backoffMs(attempt, Math.random()));
    if (session !== epoch) return OFFLINE;
    try {
      if (!room) continue;
      const reply = await room.request<typeof body, MoveReply>(MOVE_REQUEST, body);
      if (reply.ok) return { ok: true, value: null };
      if (!quiet) showError(reply.error);
      return reply;
    } catch (thrown) {
      const code = codeIn(thrown);
      if (!code) continue;
      if (!quiet) showError({ code });
      return { ok: false, error: { code } };
    }
  }
  if (!quiet) showError(OFFLINE.error);
  return OFFLINE;
}

function isFinal(error: ClientError): boolean {
  return error.code === 'protocol/bad_token' || error.code === 'client/match_gone';
}

async function join(wanted: Seat, session: number): Promise<Reply<null>> {
  const client = new Client(location.origin);
  let joined: Room;
  try {
    const options = { version: PROTOCOL_VERSION, token: wanted.token };
    joined = await client.joinById(wanted.roomId, options, MatchState);
  } catch (thrown) {
    const code = codeIn(thrown);
    if (code) return { ok: false, error: { code } };
    return /not found|invalid/i.test(thrown instanceof Error ? thrown.message : '')
      ? { ok: false, error: { code: 'client/match_gone' } }
      : OFFLINE;
  }
  if (session !== epoch) {
    void part(joined);
    return OFFLINE;
  }
  listen(joined, wanted, session);
  return { ok: true, value: null };
}

function listen(joined: Room, wanted: Seat, session: number): void {
  room = joined;
  joined.reconnection.enabled = false;
  let farewell: ClientError | null = null;
  joined.onMessage(GOODBYE_MESSAGE, (error: ClientError) => (farewell = error));
  joined.onStateChange((state: MatchState) => {
    if (session === epoch) match.value = readView(state);
  });
  joined.onError(() => undefined);
  joined.onLeave(() => {
    if (session !== epoch || room !== joined) return;
    room = null;
    if (farewell) endSession(farewell, farewell.code === 'protocol/bad_token');
    else void comeBack(wanted, session);
  });
  connection.value = 'online';
  void syncClock(joined);
}

async function comeBack(wanted: Seat, session: number): Promise<void> {
  connection.value = 'reconnecting';
  let missing = 0;
  for (let attempt = 0; ; attempt++) {
    await sleep(backoffMs(attempt, Math.random()));
    if (session !== epoch) return;
    const reply = await join(wanted, session);
    if (reply.ok) return;
    if (reply.error.code === 'client/match_gone' && ++missing < GONE_ATTEMPTS) continue;
    if (reply.error.code === 'client/offline' || reply.error.code === 'protocol/server_busy') continue;
    if (session === epoch) endSession(reply.error, isFinal(reply.error));
    return;
  }
}

/** Takes the fastest of three round trips: half of it is the best guess at the way back. */
async function syncClock(joined: Room): Promise<void> {
  let bestMs = Infinity;
  for (let i = 0; i < 3; i++) {
    const sentMs = Date.now();
    try {
      const { serverNowMs } = await joined.request<object, { serverNowMs: number }>(CLOCK_REQUEST, {});
      const tripMs = Date.now() - sentMs;
      if (tripMs >= bestMs) continue;
      bestMs = tripMs;
      clockOffsetMs.value = serverNowMs - (sentMs + tripMs / 2);
    } catch {
      return;
    }
  }
}
