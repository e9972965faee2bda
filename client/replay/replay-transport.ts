/** The transport to a match that is over: shows what a playback shows, and takes nothing. Nothing goes over a network. */

import { HOST_VOTER } from '../../shared/game/stages/arena/state.ts';
import { ballotCards } from '../../shared/game/stages/arena/votes.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { ROUTES, type ArenaReply } from '../../shared/game/wire/routes.ts';
import type { MatchClock } from '../session/clock.ts';
import type { Reply } from '../session/errors.ts';
import type { RoomListener, Transport } from '../session/transport.ts';
import type { Playback } from './playback.ts';

const OVER: Reply<never> = { ok: false, error: { code: 'match/finished' } };

export interface ReplayTransport extends Transport {
  /** Goes to a time of the playback, and shows the match as it is then. */
  show(ms: number): void;
}

export function replayTransport(playback: Playback): ReplayTransport {
  let listener: RoomListener | null = null;
  let atMs = 0;
  let shown: MatchView | null = null;
  const clock: MatchClock = {
    nowMs: () => playback.clockAt(atMs),
    readerMs: () => Date.now(),
    follow: async () => undefined,
  };
  const show = (ms: number): void => {
    atMs = ms;
    const view = playback.goTo(ms);
    if (view === shown) return;
    shown = view;
    listener?.onView(view);
  };
  return {
    keepsSeats: false,
    clock,
    show,
    async join(_seat, who) {
      listener = who;
      who.onView((shown = playback.goTo(atMs)));
      return {
        ok: true,
        value: {
          request: async () => OVER,
          serverNowMs: async () => clock.nowMs(),
          close: () => void (listener = null),
        },
      };
    },
    async getJson<T>(path: string): Promise<Reply<T>> {
      if (path !== ROUTES.arena) return OVER;
      const reply: ArenaReply = { pairs: ballotCards(playback.match, HOST_VOTER) };
      return { ok: true, value: reply as T };
    },
    getBytes: async () => OVER,
    postBytes: async () => OVER,
  };
}
