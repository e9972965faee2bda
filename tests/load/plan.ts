/** On paper: what so many players would take who all train at once, worked out from what a crowd of thirty took. Nobody has tried it. */

import { MOST_MATCHES } from '../../server/matchmaking/make-way.ts';

/** What a crowd took while it trained; `measured.json` has it, and how it was found. */
export interface Measured {
  players: number;
  seconds: number;
  /** Of one core, rooms and referee together. */
  coreShare: number;
  rssMiB: number;
  moves: number;
  /** What the database wrote into its journal. */
  journalBytes: number;
  /** What it held of the match in the end. */
  storedBytes: number;
  /** What a room tells one player. */
  roomBytesPerSecond: number;
  /** Weights and rows to all of them, and updates back. */
  weightBytesDown: number;
  weightBytesUp: number;
}

const PLAYERS_PER_MATCH = 24;
/** A process has a thread for its rooms and one for its referee. */
const CORES_PER_PROCESS = 2;
/** As busy as they may be on average, so that there is room for a bad minute. */
const BUSY = 0.5;
/** One Postgres with fast disks writes so much without trouble; beyond it, matches are spread over several. */
const JOURNAL_OF_DATABASE = 100e6;
/** Of the time of a match. */
const TRAINING = 0.25;
/** Rough list prices of a month, in euros: a core with its memory, a database machine with a standby, a terabyte sent. */
const PRICES = { core: 20, database: 1_500, terabyte: 5 };
const SECONDS_OF_MONTH = 30 * 24 * 3600;

export interface Plan {
  matches: number;
  processes: number;
  memoryGiB: number;
  movesPerSecond: number;
  journalMegabytesPerSecond: number;
  databases: number;
  storedTerabytesOfAllMatches: number;
  gigabitsDown: number;
  gigabitsUp: number;
  /** What does not reach the right process at once is passed on: nearly all. */
  gigabitsWithin: number;
  redisCommandsPerSecond: number;
  eurosPerMonth: number;
}

const roughly = (value: number): number => Number(value.toPrecision(2));

export function planFor(players: number, measured: Measured): Plan {
  const share = players / measured.players;
  const perSecond = (amount: number): number => (amount / measured.seconds) * share;
  const matches = Math.ceil(players / PLAYERS_PER_MATCH);
  const cores = (measured.coreShare * share) / BUSY;
  const processes = Math.ceil(Math.max(cores / CORES_PER_PROCESS, matches / MOST_MATCHES));
  const databases = Math.ceil(perSecond(measured.journalBytes) / JOURNAL_OF_DATABASE);
  const roomBytes = players * measured.roomBytesPerSecond;
  const bytesDown = roomBytes + perSecond(measured.weightBytesDown);
  const bytesUp = perSecond(measured.weightBytesUp);
  const elsewhere = 1 - 1 / processes;
  const requests = perSecond(measured.moves);
  const sentPerMonth = (roomBytes + perSecond(measured.weightBytesDown) * TRAINING) * SECONDS_OF_MONTH;
  return {
    matches,
    processes,
    memoryGiB: Math.ceil((processes * measured.rssMiB) / 1024),
    movesPerSecond: roughly(requests),
    journalMegabytesPerSecond: roughly(perSecond(measured.journalBytes) / 1e6),
    databases,
    storedTerabytesOfAllMatches: roughly((measured.storedBytes * share) / 1e12),
    gigabitsDown: roughly((bytesDown * 8) / 1e9),
    gigabitsUp: roughly((bytesUp * 8) / 1e9),
    gigabitsWithin: roughly(((bytesDown + bytesUp) * 8 * elsewhere) / 1e9),
    /* Each process says once a second where its matches are; what is passed on is looked up first. */
    redisCommandsPerSecond: roughly(matches + requests * elsewhere),
    eurosPerMonth: roughly(
      processes * CORES_PER_PROCESS * PRICES.core +
        databases * PRICES.database +
        (sentPerMonth / 1e12) * PRICES.terabyte,
    ),
  };
}

/** The rows of the table in `server/running.md`. */
export function planRows(players: number, measured: Measured): string[] {
  const plan = planFor(players, measured);
  const text = (value: number): string => value.toLocaleString('en-US');
  return [
    `| players, and their matches | ${text(players)} in ${text(plan.matches)} |`,
    `| processes of ${CORES_PER_PROCESS} cores, and their memory | ${text(plan.processes)}, ${text(plan.memoryGiB)} GiB |`,
    `| moves written down in a second | ${text(plan.movesPerSecond)} |`,
    `| Postgres | ${text(plan.journalMegabytesPerSecond)} MB/s of journal: ${text(plan.databases)} machines; ${text(plan.storedTerabytesOfAllMatches)} TB held |`,
    `| Redis | ${text(plan.redisCommandsPerSecond)} commands a second: one |`,
    `| bandwidth: down, up, between processes | ${text(plan.gigabitsDown)}, ${text(plan.gigabitsUp)}, ${text(plan.gigabitsWithin)} Gbit/s |`,
    `| money, at full load day and night | about ${text(plan.eurosPerMonth)} euros a month |`,
  ];
}
