/** All live matches of this process, found by code, room or token. */

import { lookUp } from '../../shared/game/look-up.ts';
import type { Hosted } from '../hosting/hosted.ts';
import type { TokenOwner } from '../hosting/token-owner.ts';
import { makeToken } from '../match/random-ids.ts';
import { tidyCode } from './codes.ts';

/** A match of this server, and who may find it where. */
export interface HostedMatch extends Hosted {
  code: string;
  roomId: string;
  /** Whoever opened it, as limits count addresses. */
  address: string;
  openedAtMs: number;
  /** Sockets in its room, the host's too; the room keeps it up to date. */
  visitors: number;
}

/** Who holds a token. */
export interface Holder {
  hosted: HostedMatch;
  seat: TokenOwner;
}

export interface Directory {
  readonly size: number;
  /** In the order in which they were opened. */
  all(): HostedMatch[];
  add(hosted: HostedMatch): void;
  /** Ends a match: its code and its tokens are worth nothing from then on. */
  remove(code: string): void;
  byCode(typed: string): HostedMatch | null;
  /** Null also for the token of a player whom the host has removed. */
  byToken(token: string): Holder | null;
  issueToken(hosted: HostedMatch, seat: TokenOwner): string;
  dispose(): void;
}

export function createDirectory(): Directory {
  const matches = new Map<string, HostedMatch>();
  const holders = new Map<string, Holder>();
  const remove = (code: string): void => {
    const hosted = matches.get(code);
    if (!hosted) return;
    matches.delete(code);
    for (const [token, holder] of Array.from(holders)) if (holder.hosted === hosted) holders.delete(token);
    hosted.end();
  };
  return {
    get size() {
      return matches.size;
    },
    all: () => Array.from(matches.values()),
    add: (hosted) => void matches.set(hosted.code, hosted),
    remove,
    byCode: (typed) => matches.get(tidyCode(typed)) ?? null,
    byToken(token) {
      const holder = holders.get(token);
      if (!holder) return null;
      const { seat, hosted } = holder;
      return seat.kind === 'host' || lookUp(hosted.service.match.players, seat.playerId) ? holder : null;
    },
    issueToken(hosted, seat) {
      const token = makeToken();
      holders.set(token, { hosted, seat });
      return token;
    },
    dispose() {
      for (const code of Array.from(matches.keys())) remove(code);
    },
  };
}
