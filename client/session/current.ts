/** The page's one session: which it is now, how another takes its place, and what views read of it. */

import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { ROUTES, type TakeSeatReply } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import type { HostMove, PlayerMove } from '../../shared/game/moves.ts';
import { colyseusAt } from './colyseus.ts';
import { OFFLINE, type ClientError, type Reply } from './errors.ts';
import { fillRoute, postJson } from './http.ts';
import { showCodeInLink } from './link.ts';
import { forgetSeat, keepSeat, type Seat } from './seat.ts';
import { isFinal, Session } from './session.ts';
import type { Transport } from './transport.ts';

const colyseus = colyseusAt();
const current = signal(new Session(null, colyseus, { onOver: () => undefined }));
const starters: ((session: Session) => void)[] = [];

/** There always is one; before a seat is taken it has none. What takes a while holds on to the one that it began in. */
export const session: ReadonlySignal<Session> = current;
export const seat = computed(() => current.value.seat);
export const match = computed(() => current.value.match.value);
export const connection = computed(() => current.value.connection.value);
export const standpoint = computed(() => current.value.standpoint.value);

/** Why the last session ended for good, or null. It is told when that session is gone, so the page keeps it. */
export const goodbye = signal<ClientError | null>(null);

/** Begins something with every seat that is taken, like a watcher of its match; it has to stop with the session. */
export function whileSeated(start: (session: Session) => void): void {
  starters.push(start);
  if (current.peek().seat) start(current.peek());
}

/** Takes a seat in a match under a name, and connects to it. */
export async function takeSeat(code: string, name: string): Promise<Reply<null>> {
  const path = fillRoute(ROUTES.takeSeat, { code });
  const reply = await postJson<TakeSeatReply>(path, { version: PROTOCOL_VERSION, name });
  if (!reply.ok) return reply;
  const { roomId, playerId, seatToken } = reply.value;
  return openSeat({ role: 'player', code, roomId, playerId, token: seatToken });
}

/** Connects to a match with a seat this device already has. */
export async function openSeat(wanted: Seat, transport: Transport = colyseus): Promise<Reply<null>> {
  const opening = replace(wanted, transport);
  goodbye.value = null;
  if (transport.keepsSeats) keepSeat(wanted);
  const reply = await opening.connect();
  if (opening.isOver) return OFFLINE;
  if (!reply.ok) endSession(reply.error, isFinal(reply.error));
  else if (transport.keepsSeats) showCodeInLink(wanted.code);
  return reply;
}

/** Leaves the match on this device; `forget` also gives up the seat. */
export function endSession(error: ClientError | null, forget = true): void {
  const left = current.peek().seat;
  if (forget && left) forgetSeat(left);
  replace(null);
  goodbye.value = error;
  if (forget) showCodeInLink(null);
}

/** Ends the session in favour of a new one. */
function replace(wanted: Seat | null, transport: Transport = colyseus): Session {
  const before = current.peek();
  const next = create(wanted, transport);
  before.end();
  begin(next);
  return next;
}

function create(wanted: Seat | null, transport: Transport): Session {
  const created: Session = new Session(wanted, transport, {
    onOver(error, isSeatLost) {
      if (current.peek() === created) endSession(error, isSeatLost);
    },
    onTurn() {
      if (current.peek() !== created) return;
      const next = create(wanted, transport);
      created.passOn(next);
      begin(next);
    },
  });
  return created;
}

function begin(next: Session): void {
  current.value = next;
  if (next.seat) for (const start of starters) start(next);
}

/** Sends a move in the session of now. */
export function send(move: PlayerMove | HostMove, quiet = false): Promise<Reply<null>> {
  return current.peek().send(move, quiet);
}

/** The server's clock now, in milliseconds. */
export function serverNowMs(): number {
  return current.value.clock.nowMs();
}
