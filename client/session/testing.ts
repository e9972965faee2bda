/** A room without a network, for tests: it lets everybody in, and answers when the test says so. */

import type { MatchView } from '../../shared/game/sync/view.ts';
import type { MoveRequest } from '../../shared/game/wire/messages.ts';
import { OFFLINE, type Reply } from './errors.ts';
import type { Seat } from './seat.ts';
import type { RoomListener, SeatCall, Transport } from './transport.ts';

export const ADAS_SEAT: Seat = {
  role: 'player',
  code: 'AAAA',
  roomId: 'room-a',
  token: 'secret-a',
  playerId: 'ada',
};

/** The server's clock is so far ahead of the device's. */
export const AHEAD_MS = 5000;

/** A view of which nothing matters but the players. */
export const viewOf = (...ids: string[]): MatchView =>
  ({
    generation: 1,
    players: ids.map((id) => ({ id, teamId: 'team-1' })),
    teams: [{ id: 'team-1' }],
  }) as MatchView;

export interface TestRoom {
  transport: Transport;
  /** Who listens, one for each time that somebody joined. */
  listeners: RoomListener[];
  /** HTTP calls in order; each waits for its answer. */
  calls: { path: string; call: SeatCall; answer: (value: unknown) => void }[];
  moves: MoveRequest[];
  /** How many of the next moves get lost on the way back. */
  losesAnswers: number;
  /** What the next moves are answered, before they are answered with yes. */
  answers: Reply<null>[];
  /** What everybody hears who wants in. */
  refusal: Reply<never> | null;
  timesClosed: number;
}

/** `refusal` is what everybody hears who wants in. */
export function openRoom(refusal: Reply<never> | null = null): TestRoom {
  const get = <T>(path: string, call: SeatCall): Promise<Reply<T>> =>
    new Promise((resolve) => {
      const answer = (value: unknown): void => resolve({ ok: true, value: value as T });
      room.calls.push({ path, call, answer });
    });
  const room: TestRoom = {
    transport: {
      keepsSeats: true,
      async join(_seat, listener) {
        if (room.refusal) return room.refusal;
        room.listeners.push(listener);
        const line = {
          async request(move: MoveRequest): Promise<Reply<null>> {
            room.moves.push(move);
            return room.losesAnswers-- > 0 ? OFFLINE : (room.answers.shift() ?? { ok: true, value: null });
          },
          serverNowMs: async () => Date.now() + AHEAD_MS,
          close: () => void room.timesClosed++,
        };
        return { ok: true, value: line };
      },
      getJson: get,
      getBytes: get,
      postBytes: (path, _bytes, call) => get(path, call),
    },
    listeners: [],
    calls: [],
    moves: [],
    losesAnswers: 0,
    answers: [],
    refusal,
    timesClosed: 0,
  };
  return room;
}
