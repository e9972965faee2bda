/** The transport to a match that runs on this very device: in a worker of the page, or in the same thread. Nothing goes over a network. */

import type { MoveReply, MoveRequest } from '../../shared/game/wire/messages.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import type { GameError, Result } from '../../shared/game/result.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { OFFLINE, type Reply } from './errors.ts';
import type { RoomLine, RoomListener, Transport } from './transport.ts';

/** JSON, a list of texts in it, or bytes. */
type LocalAnswer = { json: unknown } | { texts: readonly string[] } | { bytes: Uint8Array };

/** A match within reach. Its end checks everything that comes in, as a server would. */
export interface LocalMatch {
  join(
    options: unknown,
    onView: (view: MatchView) => void,
    onGoodbye: (reason: GameError) => void,
  ): Promise<Result<number>>;
  leave(line: number): Promise<void>;
  move(token: string, message: MoveRequest): Promise<MoveReply>;
  nowMs(): Promise<number>;
  ask(token: string, path: string): Promise<Result<LocalAnswer>>;
  deliver(token: string, path: string, bytes: Uint8Array): Promise<Result<void>>;
}

/** What lies in an answer of JSON. */
function jsonIn(answer: LocalAnswer): unknown {
  if ('json' in answer) return answer.json;
  return 'texts' in answer ? { texts: answer.texts } : null;
}

/** A copy of the bytes: those of the answer are the match's own when there is no border between. */
function bytesIn(answer: LocalAnswer): Uint8Array<ArrayBuffer> {
  if ('bytes' in answer) return new Uint8Array(answer.bytes);
  return new TextEncoder().encode(JSON.stringify(jsonIn(answer)));
}

/** What the match answered; a match that broke down counts as one that could not be reached. */
async function reached<T, U>(asked: Promise<Result<T>>, read: (value: T) => U): Promise<Reply<U>> {
  try {
    const result = await asked;
    return result.ok ? { ok: true, value: read(result.value) } : result;
  } catch {
    return OFFLINE;
  }
}

export function localTransport(match: LocalMatch): Transport {
  return {
    keepsSeats: false,
    join: (seat, listener) => join(match, seat.token, listener),
    getJson: <T>(path: string, { token }: { token: string }) =>
      reached(match.ask(token, path), (answer) => jsonIn(answer) as T),
    getBytes: (path, { token }) => reached(match.ask(token, path), bytesIn),
    postBytes: (path, bytes, { token }) => reached(match.deliver(token, path, bytes), () => null),
  };
}

async function join(match: LocalMatch, token: string, listener: RoomListener): Promise<Reply<RoomLine>> {
  let isOpen = true;
  const joining = match.join(
    { version: PROTOCOL_VERSION, token },
    (view) => {
      if (isOpen) listener.onView(view);
    },
    (reason) => {
      if (isOpen) listener.onGoodbye(reason);
      isOpen = false;
    },
  );
  return reached(joining, (line) => ({
    async request(move) {
      try {
        const reply = await match.move(token, move);
        return reply.ok ? { ok: true, value: null } : reply;
      } catch {
        return OFFLINE;
      }
    },
    serverNowMs: () => match.nowMs(),
    close() {
      if (isOpen) void match.leave(line);
      isOpen = false;
    },
  }));
}
