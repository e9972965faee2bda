/** The transport over a network: a Colyseus room, and HTTP beside it. The one file of the page that knows Colyseus; bots use it too. */

import { Client, type Room } from '@colyseus/sdk';
import type { MoveReply, MoveRequest } from '../../shared/game/wire/messages.ts';
import { CLOCK_REQUEST, GOODBYE_MESSAGE, MOVE_REQUEST } from '../../shared/game/wire/requests.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { MatchState } from '../../shared/game/sync/state.ts';
import { readView } from '../../shared/game/sync/view.ts';
import { codeIn, OFFLINE, type ClientError, type Reply } from './errors.ts';
import { getBytes, getJson, postBytes } from './http.ts';
import type { RoomLine, RoomListener, Transport } from './transport.ts';

/** A transport to the server at this origin, or to the one that the page came from. */
export function colyseusAt(origin?: string): Transport {
  const urlOf = (path: string): string => `${origin ?? ''}${path}`;
  return {
    join: (seat, listener) => join(origin ?? location.origin, seat, listener),
    getJson: (path, call) => getJson(urlOf(path), call),
    getBytes: (path, call) => getBytes(urlOf(path), call),
    postBytes: (path, bytes, call) => postBytes(urlOf(path), bytes, call),
  };
}

async function join(
  origin: string,
  { roomId, token }: { roomId: string; token: string },
  listener: RoomListener,
): Promise<Reply<RoomLine>> {
  const client = new Client(origin);
  try {
    const room = await client.joinById(roomId, { version: PROTOCOL_VERSION, token }, MatchState);
    return { ok: true, value: lineOf(room, listener) };
  } catch (thrown) {
    /* What is not in our server's words comes from something between: a proxy whose server is just being started anew. */
    const code = codeIn(thrown);
    return code ? { ok: false, error: { code } } : OFFLINE;
  }
}

function lineOf(room: Room, listener: RoomListener): RoomLine {
  let isOpen = true;
  let farewell: ClientError | null = null;
  /* Our own seat token brings a page back, also to a server that was started anew. */
  room.reconnection.enabled = false;
  room.onMessage(GOODBYE_MESSAGE, (error: ClientError) => (farewell = error));
  room.onStateChange((state: MatchState) => {
    if (isOpen) listener.onView(readView(state));
  });
  room.onError(() => undefined);
  room.onLeave(() => {
    if (!isOpen) return;
    isOpen = false;
    if (farewell) listener.onGoodbye(farewell);
    else listener.onLost();
  });
  return {
    request: (move) => request(room, move),
    async serverNowMs() {
      const { serverNowMs } = await room.request<object, { serverNowMs: number }>(CLOCK_REQUEST, {});
      return serverNowMs;
    },
    close() {
      if (isOpen) void leave(room);
      isOpen = false;
    },
  };
}

async function request(room: Room, move: MoveRequest): Promise<Reply<null>> {
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
