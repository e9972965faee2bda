/** A store that lasts as long as the process: for tests, measurements, and matches that run in a page. */

import { checkBlobName, matchOfBlob, takenOver } from './blob-name.ts';
import { readUpToDamage } from './damage.ts';
import type { HallLab, MatchRecord, RatingRecord, SeatRecord, Store, WrittenMove } from './ports.ts';

interface KeptMatch {
  record: MatchRecord;
  owner: KeptProcess;
  moves: Map<number, WrittenMove & { isSound: boolean }>;
  seats: Map<string, SeatRecord>;
}

interface KeptProcess {
  epoch: number;
  aliveAtMs: number;
  isGone: boolean;
}

/** What outlives a process of a test: stores that are opened on one of these find what those before them wrote. */
export interface MemoryDisk {
  matches: Map<string, KeptMatch>;
  blobs: Map<string, Uint8Array>;
  processes: KeptProcess[];
  /** By device and season. */
  ratings: Map<string, RatingRecord>;
  /** By match, what it came to. */
  outcomes: Map<string, string>;
  hall: Map<string, HallLab>;
}

const keyOf = ({ raterId, season }: RatingRecord): string => `${season} ${raterId}`;

export function createMemoryDisk(): MemoryDisk {
  return {
    matches: new Map(),
    blobs: new Map(),
    processes: [],
    hall: new Map(),
    ratings: new Map(),
    outcomes: new Map(),
  };
}

export function openMemoryStore(disk: MemoryDisk = createMemoryDisk(), now: () => number = Date.now): Store {
  const process: KeptProcess = { epoch: disk.processes.length + 1, aliveAtMs: now(), isGone: false };
  disk.processes.push(process);
  const matchOf = (matchId: string): KeptMatch => {
    const match = disk.matches.get(matchId);
    if (!match) throw new Error(`the store has no match ${matchId}`);
    return match;
  };
  const checkOwner = (name: string): void => {
    const owner = disk.matches.get(matchOfBlob(name))?.owner ?? process;
    if (owner !== process) throw new Error(takenOver(name));
  };
  const dropWhere = (matchId: string, isDropped: (sequence: number) => boolean): void => {
    const { moves } = matchOf(matchId);
    for (const sequence of Array.from(moves.keys())) if (isDropped(sequence)) moves.delete(sequence);
  };
  return {
    epoch: process.epoch,
    async createMatch(record) {
      for (const { record: other } of disk.matches.values())
        if (other.code === record.code || other.id === record.id) return 'code taken';
      const kept = { record: structuredClone(record), owner: process, moves: new Map(), seats: new Map() };
      disk.matches.set(record.id, kept);
      return 'created';
    },
    async matches() {
      return Array.from(disk.matches.values(), ({ record }) => structuredClone(record));
    },
    async owners() {
      const owners = new Set(Array.from(disk.matches.values(), ({ owner }) => owner));
      owners.delete(process);
      return Array.from(owners, ({ epoch, aliveAtMs }) => ({ epoch, aliveAtMs }));
    },
    async claimMatches({ most = Infinity, silent = [], fresh = [] } = {}) {
      return Array.from(disk.matches.values())
        .filter(({ owner }) => owner !== process && !fresh.includes(owner.epoch))
        .filter(({ owner }) => owner.isGone || silent.includes(owner.epoch))
        .slice(0, most)
        .map((match) => {
          const { aliveAtMs } = match.owner;
          match.owner = process;
          return { ...structuredClone(match.record), aliveAtMs };
        });
    },
    async ownMatches() {
      return Array.from(disk.matches.values())
        .filter(({ owner }) => owner === process)
        .map(({ record }) => record.id);
    },
    async hasCode(code) {
      return Array.from(disk.matches.values()).some(({ record }) => record.code === code);
    },
    async append(matchId, moves) {
      const match = disk.matches.get(matchId);
      if (match?.owner !== process) return 'fenced';
      const taken = moves.find(({ sequence }) => match.moves.has(sequence));
      if (taken) throw new Error(`move ${taken.sequence} of match ${matchId} is written already`);
      for (const move of moves) match.moves.set(move.sequence, { ...move, isSound: true });
      return 'written';
    },
    async movesAfter(matchId, sequence) {
      const rows = Array.from(matchOf(matchId).moves.values()).filter((move) => move.sequence > sequence);
      return readUpToDamage(
        rows.toSorted((a, b) => a.sequence - b.sequence),
        sequence,
      );
    },
    async cutOff(matchId, sequence) {
      dropWhere(matchId, (own) => own >= sequence);
    },
    async forget(matchId, sequence) {
      dropWhere(matchId, (own) => own <= sequence);
    },
    async putSeat(matchId, tokenHash, seat) {
      matchOf(matchId).seats.set(tokenHash, seat);
    },
    async seats(matchId) {
      return Array.from(matchOf(matchId).seats, ([tokenHash, seat]) => ({ tokenHash, seat }));
    },
    async removeMatch(matchId) {
      if (disk.matches.get(matchId)?.owner === process) disk.matches.delete(matchId);
    },
    async beat(nowMs) {
      process.aliveAtMs = nowMs;
    },
    async ratings(raterIds) {
      return raterIds.flatMap((raterId) => {
        const own = Array.from(disk.ratings.values()).filter((kept) => kept.raterId === raterId);
        return own.toSorted((a, b) => (a.season < b.season ? 1 : -1)).slice(0, 1);
      });
    },
    async rateMatch(matchId, outcome, after) {
      if (disk.outcomes.has(matchId)) return 'already';
      const isLate = after.some((one) => {
        const kept = disk.ratings.get(keyOf(one));
        return kept !== undefined && kept.matches !== one.matches - 1;
      });
      if (isLate) return 'changed';
      disk.outcomes.set(matchId, outcome);
      for (const one of after) disk.ratings.set(keyOf(one), one);
      return 'written';
    },
    async outcomeOf(matchId) {
      return disk.outcomes.get(matchId) ?? null;
    },
    async bestRatings(season, most) {
      const surely = ({ mu, sigma }: RatingRecord): number => mu - 3 * sigma;
      const own = Array.from(disk.ratings.values()).filter((kept) => kept.season === season);
      return own.toSorted((a, b) => surely(b) - surely(a)).slice(0, most);
    },
    ratedSoFar: async () => ({
      ratings: Array.from(disk.ratings.values()),
      outcomes: Array.from(disk.outcomes, ([matchId, outcome]) => ({ matchId, outcome })),
    }),
    async keepRated({ ratings, outcomes }) {
      for (const one of ratings) if (!disk.ratings.has(keyOf(one))) disk.ratings.set(keyOf(one), one);
      for (const { matchId, outcome } of outcomes)
        if (!disk.outcomes.has(matchId)) disk.outcomes.set(matchId, outcome);
    },
    async putHallLab(lab, most) {
      if (!disk.hall.has(lab.id)) disk.hall.set(lab.id, lab);
      const own = Array.from(disk.hall.values()).filter(({ season }) => season === lab.season);
      const over = own
        .toSorted((a, b) => b.total - a.total || a.enteredAtMs - b.enteredAtMs)
        .slice(most)
        .map(({ id }) => id);
      for (const id of over) disk.hall.delete(id);
      return over;
    },
    async hallLabs(season) {
      const own = Array.from(disk.hall.values()).filter((lab) => lab.season === season);
      return own.toSorted((a, b) => b.total - a.total);
    },
    async hallLab(id) {
      return disk.hall.get(id) ?? null;
    },
    allHallLabs: async () => Array.from(disk.hall.values()),
    async putHallCard(id, card) {
      const lab = disk.hall.get(id);
      if (lab) disk.hall.set(id, { ...lab, card });
    },
    async removeHallLab(id, owner) {
      const lab = disk.hall.get(id);
      if (!lab || (owner !== null && lab.owner !== owner)) return false;
      return disk.hall.delete(id);
    },
    async close() {
      process.isGone = true;
    },
    blobs: {
      async put(name, bytes) {
        checkOwner(checkBlobName(name));
        disk.blobs.set(name, bytes);
      },
      async get(name) {
        return disk.blobs.get(checkBlobName(name)) ?? null;
      },
      async list(prefix) {
        return Array.from(disk.blobs.keys())
          .filter((name) => name.startsWith(prefix))
          .toSorted();
      },
      async remove(name) {
        checkOwner(checkBlobName(name));
        disk.blobs.delete(name);
      },
    },
  };
}
