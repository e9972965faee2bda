/** The way into a room over a network: a place is asked for over HTTP, and a socket takes it, or all of it is given up. */

import { Client, type Room } from '@colyseus/sdk';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { MatchState } from '../../shared/game/sync/state.ts';
import { codeIn } from './errors.ts';

/** The longest that it may take; then it is tried anew. */
const ENTER_MS = 6_000;
/** So long the first request for a place is waited for before a second is sent beside it. */
const SECOND_MS = 700;

/** The server gave a place over HTTP, but no socket to it opened. */
export class NoSocket extends Error {}

/**
 * Asks a second time, without cookies, where there is no answer soon: browsers keep connections for such requests apart, so that
 * it does not go over those that died while the network was away.
 */
async function fetchOnAnyLine(input: string, init: RequestInit): Promise<Response> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const second = new Promise<Response>((resolve, reject) => {
    timer = setTimeout(() => fetch(input, { ...init, credentials: 'omit' }).then(resolve, reject), SECOND_MS);
  });
  try {
    return await Promise.race([fetch(input, init), second]);
  } finally {
    clearTimeout(timer);
  }
}

/** One try. Given up, it never opens a socket later: that would take the seat from whoever came in meanwhile. */
class WayIn extends Client {
  #room: Room | null = null;
  readonly #end: AbortController;

  constructor(url: string) {
    const end = new AbortController();
    super(url, {
      fetchFn: (input, init) => fetchOnAnyLine(String(input), { ...init, signal: end.signal }),
    });
    this.#end = end;
  }

  get hasPlace(): boolean {
    return this.#room !== null;
  }

  protected override createRoom<T>(name: string, schema?: new () => T): Room<never, T> {
    const room = super.createRoom<T>(name, schema);
    this.#room = room;
    return room as Room<never, T>;
  }

  giveUp(): void {
    this.#end.abort();
    this.#room?.connection.close();
  }
}

/** Joins a room with a seat's token; throws `NoSocket`, or what the library throws. */
export async function joinRoom(
  url: string,
  { roomId, token }: { roomId: string; token: string },
): Promise<Room<unknown, MatchState>> {
  const options = { version: PROTOCOL_VERSION, token };
  const wayIn = new WayIn(url);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the way in took too long')), ENTER_MS);
  });
  try {
    const room = await Promise.race([wayIn.joinById(roomId, options, MatchState), tooLate]);
    /* Our own seat token brings a page back, also to a server that was started anew. */
    room.reconnection.enabled = false;
    return room;
  } catch (thrown) {
    const hadPlace = wayIn.hasPlace;
    wayIn.giveUp();
    throw hadPlace && !codeIn(thrown) ? new NoSocket('no socket was opened') : thrown;
  } finally {
    clearTimeout(timer);
  }
}
