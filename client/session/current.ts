/** The page's one session: which it is now, how another takes its place, and what views read of it. */

import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { ROUTES, type TakeSeatReply, type WatchReply } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import type { AudienceMove, HostMove, PlayerMove } from '../../shared/game/moves.ts';
import { colyseusAt } from './colyseus.ts';
import { OFFLINE, type ClientError, type Reply } from './errors.ts';
import { fillRoute, postJson } from './http.ts';
import { backoffMs, sleep } from './backoff.ts';
import { makeId } from './ids.ts';
import { showCodeInLink } from './link.ts';
import { forgetSeat, keepSeat, type Seat } from './seat.ts';
import { isFinal, mayPass, Session } from './session.ts';
import { answerOtherTabs, isOpenElsewhere } from './tabs.ts';
import type { Transport } from './transport.ts';

const colyseus = colyseusAt();
const current = signal(new Session(null, colyseus, { onOver: () => undefined }));
const starters: ((session: Session) => void)[] = [];

/** There always is one; before a seat is taken it has none. What takes a while holds on to the one that it began in. */
export const session: ReadonlySignal<Session> = current;
export const seat = computed(() => current.value.seat);
export const match = computed(() => current.value.match.value);
export const connection = computed(() => current.value.connection.value);
export const trouble = computed(() => current.value.trouble.value);
export const standpoint = computed(() => current.value.standpoint.value);

/** Why the last session ended for good, or null. It is told when that session is gone, so the page keeps it. */
export const goodbye = signal<ClientError | null>(null);

/** Begins something with every seat that is taken, like a watcher of its match; it has to stop with the session. */
export function whileSeated(start: (session: Session) => void): void {
  starters.push(start);
  if (current.peek().seat) start(current.peek());
}

const SEAT_ATTEMPTS = 4;

/** What was asked for last without an answer: it may have been given, so that the same is asked for again. */
let asked: { code: string; name: string; token: string } | null = null;

/** Takes a seat in a match under a name, and connects to it. The token is the page's own: a repeated request gets the same seat. */
export async function takeSeat(code: string, name: string, device?: string): Promise<Reply<null>> {
  if (asked?.code !== code || asked.name !== name) asked = { code, name, token: makeId() };
  const { token } = asked;
  const path = fillRoute(ROUTES.takeSeat, { code });
  let reply: Reply<TakeSeatReply> = OFFLINE;
  for (let attempt = 0; attempt < SEAT_ATTEMPTS; attempt++) {
    if (attempt > 0) await sleep(backoffMs(attempt, Math.random()));
    reply = await postJson<TakeSeatReply>(path, { version: PROTOCOL_VERSION, name, token, device });
    if (reply.ok || !mayPass(reply.error)) break;
  }
  if (reply.ok || !mayPass(reply.error)) asked = null;
  if (!reply.ok) return reply;
  const { roomId, playerId, seatToken } = reply.value;
  return openSeat({ role: 'player', code, roomId, playerId, token: seatToken });
}

/** A seat of this device that another tab plays in: the person is asked before this one takes it over. */
export const openElsewhere = signal<Seat | null>(null);

/** Goes back to a seat of this device, unless another tab plays in it. */
export async function returnToSeat(known: Seat): Promise<void> {
  if (await isOpenElsewhere(known)) openElsewhere.value = known;
  else await openSeat(known);
}

/** Lets other tabs know of the seat that this page plays in; once for each page. */
export function startAnsweringTabs(): void {
  answerOtherTabs(() => current.peek().seat);
}

/** Takes a place in the audience of a match, and connects to it. */
export async function watchMatch(code: string): Promise<Reply<null>> {
  const path = fillRoute(ROUTES.watch, { code });
  const reply = await postJson<WatchReply>(path, { version: PROTOCOL_VERSION });
  if (!reply.ok) return reply;
  const { roomId, seatToken } = reply.value;
  return openSeat({ role: 'audience', code, roomId, playerId: null, token: seatToken });
}

/** Connects to a match with a seat this device already has. */
export async function openSeat(wanted: Seat, transport: Transport = colyseus): Promise<Reply<null>> {
  const opening = replace(wanted, transport);
  goodbye.value = null;
  openElsewhere.value = null;
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
  openElsewhere.value = null;
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
export function send(move: PlayerMove | AudienceMove | HostMove, quiet = false): Promise<Reply<null>> {
  return current.peek().send(move, quiet);
}

/** The server's clock now, in milliseconds. */
export function serverNowMs(): number {
  return current.value.clock.nowMs();
}

/** A clock for what is read page by page: the server's, so that all screens agree; its pace is always a reader's. */
export function readerNowMs(): number {
  return current.value.clock.readerMs();
}
