/** All live matches of this process, found by code, room or token. */

import { createHash } from 'node:crypto';
import type { ErrorCode } from '../../shared/game/result.ts';
import type { Hosted } from '../hosting/hosted.ts';
import { isRemoved, isSeated, type TokenOwner } from '../hosting/token-owner.ts';
import { makeToken } from '../match/random-ids.ts';
import type { MatchRecord, Store } from '../store/ports.ts';
import { tidyCode } from './codes.ts';

/** A match of this server, and who may find it where. */
export interface HostedMatch extends Hosted {
  code: string;
  /** The id of the match, so that it is the same after a restart. */
  roomId: string;
  /** Whoever opened it, as limits count addresses. */
  address: string;
  openedAtMs: number;
  /** Sockets in its room, the host's too; the room keeps it up to date. */
  visitors: number;
}

export type KeptSeat = Awaited<ReturnType<Store['seats']>>[number];

/** Who holds a token. */
export interface Holder {
  hosted: HostedMatch;
  seat: TokenOwner;
}

export interface Directory {
  readonly size: number;
  /** In the order in which they were opened. */
  all(): HostedMatch[];
  /** With the seats that were kept of it in an earlier process: from the first moment on they lead to it. */
  add(hosted: HostedMatch, seats?: readonly KeptSeat[]): void;
  /** Ends a match: its code and its tokens are worth nothing from then on. */
  remove(code: string): void;
  byCode(typed: string): HostedMatch | null;
  /** Null also for the token of somebody whom the host has removed. */
  byToken(token: string): Holder | null;
  /** Makes a token for a seat, or takes the one that is given; resolves once it is kept. */
  issueToken(hosted: HostedMatch, seat: TokenOwner, token?: string): Promise<string>;
  /** Has whoever comes to a match that can't be played here be told why. */
  close(match: Pick<MatchRecord, 'id' | 'code'>, why: ErrorCode): Promise<void>;
  /** The codes of all matches that this process answers for, those too that can't be played here. */
  codes(): string[];
  answersFor(code: string): boolean;
  /** Why there is no match for this code or token, where there was one. */
  whyClosed(codeOrToken: string): ErrorCode | null;
  /** Leaves all matches as they are written, for the next process; those that were removed are gone then. */
  dispose(): Promise<void>;
}

/** The store and this process know tokens by these only: whoever reads them can't take a seat. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function createDirectory(store: Pick<Store, 'putSeat' | 'seats'>): Directory {
  const matches = new Map<string, HostedMatch>();
  const holders = new Map<string, Holder>();
  const closed = new Map<string, ErrorCode>();
  const closedCodes = new Set<string>();
  const endings = new Set<Promise<void>>();
  const takeOut = (hosted: HostedMatch): void => {
    matches.delete(hosted.code);
    for (const [hash, holder] of Array.from(holders)) if (holder.hosted === hosted) holders.delete(hash);
  };
  return {
    get size() {
      return matches.size;
    },
    all: () => Array.from(matches.values()).toSorted((a, b) => a.openedAtMs - b.openedAtMs),
    add(hosted, seats = []) {
      matches.set(hosted.code, hosted);
      for (const { tokenHash, seat } of seats) holders.set(tokenHash, { hosted, seat });
      /* Another process may have gone on with it. */
      hosted.service.signal.addEventListener('abort', () => takeOut(hosted));
    },
    remove(code) {
      const ending = matches.get(code)?.end();
      if (!ending) return;
      endings.add(ending);
      ending.finally(() => endings.delete(ending)).catch(() => undefined);
    },
    byCode: (typed) => matches.get(tidyCode(typed)) ?? null,
    byToken(token) {
      const holder = holders.get(hashOf(token));
      if (!holder) return null;
      return isSeated(holder.hosted.service.shown, holder.seat) ? holder : null;
    },
    async issueToken(hosted, seat, token = makeToken()) {
      await store.putSeat(hosted.roomId, hashOf(token), seat);
      holders.set(hashOf(token), { hosted, seat });
      return token;
    },
    async close({ id, code }, why) {
      closedCodes.add(code);
      closed.set(code, why);
      for (const { tokenHash } of await store.seats(id)) closed.set(tokenHash, why);
    },
    codes: () => [...matches.keys(), ...closedCodes],
    answersFor: (code) => matches.has(code) || closedCodes.has(code),
    whyClosed(codeOrToken) {
      const holder = holders.get(hashOf(codeOrToken));
      if (holder && isRemoved(holder.hosted.service.shown, holder.seat)) return 'lobby/removed';
      return closed.get(tidyCode(codeOrToken)) ?? closed.get(hashOf(codeOrToken)) ?? null;
    },
    async dispose() {
      await Promise.all([...Array.from(matches.values(), (hosted) => hosted.leave()), ...endings]);
    },
  };
}
