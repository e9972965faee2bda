/** The transport over a network: a Colyseus room, and HTTP beside it. With the way in, the one file of the page that knows Colyseus; bots use it too. */

import type { Room } from '@colyseus/sdk';
import type { MoveReply, MoveRequest } from '../../shared/game/wire/messages.ts';
import { CLOCK_REQUEST, GOODBYE_MESSAGE, MOVE_REQUEST } from '../../shared/game/wire/requests.ts';
import { MATCH_PATH } from '../../shared/game/wire/routes.ts';
import type { MatchState } from '../../shared/game/sync/state.ts';
import { readView } from '../../shared/game/sync/view.ts';
import { codeIn, OFFLINE, type ClientError, type Reply } from './errors.ts';
import { startHeartbeat } from './heartbeat.ts';
import { fillRoute, getBytes, getJson, postBytes } from './http.ts';
import type { RoomLine, RoomListener, SeatCall, Transport } from './transport.ts';
import { joinRoom, NoSocket } from './way-in.ts';

/** A path of a match, by which any of several servers knows whose it is. */
const pathIn = (code: string, path = ''): string => fillRoute(MATCH_PATH, { code }) + path;

/** A transport to the server at this origin, or to the one that the page came from. */
export function colyseusAt(origin?: string): Transport {
  const urlOf = (path: string, { code }: SeatCall): string => (origin ?? '') + pathIn(code, path);
  return {
    keepsSeats: true,
    join: (seat, listener) => join((origin ?? location.origin) + pathIn(seat.code), seat, listener),
    getJson: (path, call) => getJson(urlOf(path, call), call),
    getBytes: (path, call) => getBytes(urlOf(path, call), call),
    postBytes: (path, bytes, call) => postBytes(urlOf(path, call), bytes, call),
  };
}

async function join(
  url: string,
  seat: { roomId: string; token: string },
  listener: RoomListener,
): Promise<Reply<RoomLine>> {
  try {
    return { ok: true, value: lineOf(await joinRoom(url, seat), listener) };
  } catch (thrown) {
    if (thrown instanceof NoSocket) return { ok: false, error: { code: 'client/sockets_blocked' } };
    /* What is not in our server's words comes from something between: a proxy whose server is just being started anew. */
    const code = codeIn(thrown);
    return code ? { ok: false, error: { code } } : OFFLINE;
  }
}

function lineOf(room: Room, listener: RoomListener): RoomLine {
  let isOpen = true;
  let farewell: ClientError | null = null;
  room.onMessage(GOODBYE_MESSAGE, (error: ClientError) => (farewell = error));
  const lose = (): void => {
    if (!isOpen) return;
    isOpen = false;
    heartbeat.stop();
    if (farewell) listener.onGoodbye(farewell);
    else listener.onLost();
  };
  const ask = (): void => {
    serverNowMs(room).then(heartbeat.answered, () => undefined);
  };
  const heartbeat = startHeartbeat(ask, () => {
    room.connection.close();
    lose();
  });
  room.onStateChange((state: MatchState) => {
    heartbeat.heard();
    if (isOpen) listener.onView(readView(state));
  });
  room.onError(() => undefined);
  room.onLeave(lose);
  return {
    request: (move) => requestMove(room, move),
    serverNowMs: () => serverNowMs(room),
    close() {
      heartbeat.stop();
      if (isOpen) void leave(room);
      isOpen = false;
    },
  };
}

/** The server's clock, in milliseconds; rejects when the line broke. */
export async function serverNowMs(room: Room): Promise<number> {
  const { serverNowMs: nowMs } = await room.request<object, { serverNowMs: number }>(CLOCK_REQUEST, {});
  return nowMs;
}

/** Brings a move to a room. */
export async function requestMove(room: Room, move: MoveRequest): Promise<Reply<null>> {
  try {
    const reply = await room.request<MoveRequest, MoveReply>(MOVE_REQUEST, move);
    return reply.ok ? { ok: true, value: null } : reply;
  } catch (thrown) {
    const code = codeIn(thrown);
    return code ? { ok: false, error: { code } } : OFFLINE;
  }
}

/** Leaves a room; one that is gone already is left as well. */
async function leave(room: Room): Promise<void> {
  try {
    await room.leave();
  } catch {
    return;
  }
}
