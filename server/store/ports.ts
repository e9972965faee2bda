/** What a store keeps of matches, and what it promises: once a write has resolved, it is there after the process was killed. */

/** One move as it is written down: its number in the match, and the move with its context as JSON. */
export interface WrittenMove {
  sequence: number;
  json: string;
}

export type SeatRecord =
  | { kind: 'host'; screenId?: string | undefined }
  | { kind: 'projector'; screenId: string }
  | { kind: 'player'; playerId: string }
  | { kind: 'audience'; watcherId: string };

/** How a match was made; its moves are kept apart. */
export interface MatchRecord {
  id: string;
  code: string;
  /** Whoever opened it, as limits count addresses. */
  address: string;
  openedAtMs: number;
  /** Its independent seeds, by name. */
  seeds: Record<string, number>;
}

export interface Claim {
  most?: number;
  /** Numbers of processes that count as gone though they may hold their lock. */
  silent?: readonly number[];
  /** Numbers of processes that are left alone though they may not hold it. */
  fresh?: readonly number[];
}

/** A match that was taken over from a process that is gone. */
export interface ClaimedMatch extends MatchRecord {
  /** When its process was last known to live, by that process' clock. */
  aliveAtMs: number;
}

/** The moves of a match in order, up to the first that can't be read. */
export interface ReadMoves {
  moves: WrittenMove[];
  /** The number of the first move that is there but damaged, or that is missing before others; null when all is well. */
  damagedAt: number | null;
}

/** Values of any size by name: weights, rows, snapshots. Names look like `match/team-1/pretrain`. */
export interface Blobs {
  /** Takes the place of what had that name before, whole or not at all. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  get(name: string): Promise<Uint8Array | null>;
  /** The names that begin so. */
  list(prefix: string): Promise<string[]>;
  remove(name: string): Promise<void>;
}

/** The part of a store that is made of rows. Every method rejects where the store can't be reached or written. */
export interface Records extends Ratings, HallRecords {
  /**
   * The number of this process, greater than those of all before it. A match belongs to one process at a time: once another has
   * taken it over, what this one writes for it is refused, so that two can never both go on with a match.
   */
  readonly epoch: number;
  /** Writes down a match that belongs to this process; `code taken` when another match has its code, or is it. */
  createMatch(record: MatchRecord): Promise<'created' | 'code taken'>;
  /** How all matches were made that are there, whoever they belong to; the oldest first. */
  matches(): Promise<MatchRecord[]>;
  /** The other processes that have matches, with the time of each that its last `beat` told, which grows as long as it lives. */
  owners(): Promise<{ epoch: number; aliveAtMs: number }[]>;
  /**
   * Takes over matches whose process is gone, or counts as such: the oldest first, and at most so many, for others may share them.
   */
  claimMatches(claim?: Claim): Promise<ClaimedMatch[]>;
  /** The ids of the matches that belong to this process. */
  ownMatches(): Promise<string[]>;
  /** Whether any process has a match with this code. */
  hasCode(code: string): Promise<boolean>;
  /** Writes moves down, all of them or none. `fenced` means that the match belongs to another process by now. */
  append(matchId: string, moves: readonly WrittenMove[]): Promise<'written' | 'fenced'>;
  /** The moves after this number. */
  movesAfter(matchId: string, sequence: number): Promise<ReadMoves>;
  /** Drops damaged moves: this one and all after it. */
  cutOff(matchId: string, sequence: number): Promise<void>;
  /** Drops moves that a snapshot tells as much as: this one and all before it. */
  forget(matchId: string, sequence: number): Promise<void>;
  /** Keeps a seat by the hash of its token; the token itself is nowhere in the store. */
  putSeat(matchId: string, tokenHash: string, seat: SeatRecord): Promise<void>;
  seats(matchId: string): Promise<{ tokenHash: string; seat: SeatRecord }[]>;
  /** Forgets all rows of a match of this process; its code is free again. */
  removeMatch(matchId: string): Promise<void>;
  /** Notes that this process lives; called every second or so. */
  beat(nowMs: number): Promise<void>;
  close(): Promise<void>;
}

/** What a device has come to in a season. */
export interface RatingRecord {
  /** A hash of the id that the device made for itself. */
  raterId: string;
  season: string;
  mu: number;
  sigma: number;
  matches: number;
}

/** All that has been rated. */
interface RatedSoFar {
  ratings: RatingRecord[];
  outcomes: { matchId: string; outcome: string }[];
}

/** Ratings outlive their matches. */
export interface Ratings {
  /** The newest rating of each of these that has any, whatever its season. */
  ratings(raterIds: readonly string[]): Promise<RatingRecord[]>;
  /**
   * Writes down what a match came to, and the ratings after it, all or nothing and once for each match. `changed` when one of them
   * had not played one match less than it has now: another match was faster.
   */
  rateMatch(
    matchId: string,
    outcome: string,
    after: readonly RatingRecord[],
  ): Promise<'written' | 'already' | 'changed'>;
  /** What was written down of a match. */
  outcomeOf(matchId: string): Promise<string | null>;
  /** The best of a season, by what they have at the least. */
  bestRatings(season: string, most: number): Promise<RatingRecord[]>;
  /** For a backup. */
  ratedSoFar(): Promise<RatedSoFar>;
  /** Takes these over, but for devices, seasons and matches that are there already. */
  keepRated(rated: RatedSoFar): Promise<void>;
}

/** A lab in the hall of past labs, as it is kept beside its model. */
export interface HallLab {
  id: string;
  season: string;
  /** Whoever put it there, as ratings know a device. */
  owner: string;
  total: number;
  enteredAtMs: number;
  /** `HallCard` as JSON. */
  card: string;
}

export interface HallRecords {
  /** Puts a lab there, unless it is; the ids of those of its season that had to go, since there are more than so many. */
  putHallLab(lab: HallLab, most: number): Promise<string[]>;
  /** Those of a season, the best first. */
  hallLabs(season: string): Promise<HallLab[]>;
  hallLab(id: string): Promise<HallLab | null>;
  /** For a backup. */
  allHallLabs(): Promise<HallLab[]>;
  /** Takes the place of its card, if the lab is there. */
  putHallCard(id: string, card: string): Promise<void>;
  /** Whether it was there, and this owner's; null stands for any. */
  removeHallLab(id: string, owner: string | null): Promise<boolean>;
}

export interface Store extends Records {
  /** What belongs to a match, and is named by its id first, is changed by the process only that the match belongs to. */
  blobs: Blobs;
}
