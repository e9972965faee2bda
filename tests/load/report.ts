/** What a load test found, as one JSON document, and what it must find. */

import type { Stage } from '../../shared/lifecycle.ts';
import type { Times } from './load-bot.ts';
import type { ServerCost } from './loaded-server.ts';

export interface CrowdOptions {
  url: string;
  rooms: number;
  /** Of each room. */
  players: number;
  teams: number;
  seed: number;
  budgetFlops: number;
  idleSeconds: number;
  /** The active part ends with the match or after this time. */
  activeSeconds: number;
}

/** What the crowd's thread hands over. */
export interface CrowdReport {
  times: Times;
  seconds: number;
  /** Bytes that came over the sockets of players while they played. */
  downBytes: number;
  /** Requests without an answer, sockets that closed, seats that are gone, and ratings that were acknowledged and do not count. */
  lost: number;
  /** Results of the referee while the crowd was active. */
  verdicts: number;
  stages: Stage[];
  /** Delay of the crowd's own event loop, milliseconds: part of every time it measured. */
  loopDelayP99: number;
  errors: string[];
}

/** Of the server's process once a crowd is gone: all of it, and what is left in use after a garbage collection. */
export interface Memory {
  rssMiB: number;
  usedMiB: number;
}

interface Spread {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

export interface LoadReport {
  ok: boolean;
  errors: string[];
  rooms: number;
  players: number;
  teams: number;
  requests: number;
  p50Ms: number;
  p99Ms: number;
  downBytesPerClientPerSecond: number;
  lost: number;
  /** Where matches were kept. */
  store: string;
  seconds: number;
  stages: Stage[];
  refereeVerdicts: number;
  /** The slowest of a hundred while the match was in a stage, milliseconds. */
  p99MsByStage: Partial<Record<Stage, number>>;
  /** Milliseconds. */
  roomIdle: Spread;
  roomActive: Spread;
  weights: Spread;
  serverLoopDelay: ServerCost['loopDelay'];
  /** Of one core: all threads but the referee's, and those. */
  serverCpuShare: number;
  refereeCpuShare: number;
  rssMiB: number;
  /** After each crowd. */
  memory: Memory[];
  crowdLoopDelayP99: number;
}

/** The slowest that one request in a hundred may be, milliseconds: of one room, and of many. */
const MOST_P99 = { one: 50, many: 150 } as const;
/** Of a core, for everything but the referee. */
const MOST_CPU_SHARE = 0.6;
/** Over the socket, for each player and second. */
const MOST_DOWN_BYTES = 3_000;

/** Order statistics of times in milliseconds, to two decimals; all zero of none. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(2));
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

export function buildLoadReport(
  { rooms, players, teams }: CrowdOptions,
  store: string,
  crowd: CrowdReport,
  { loopDelay: serverLoopDelay, serverCpuShare, refereeCpuShare, rssMiB }: ServerCost,
  memory: Memory[],
): LoadReport {
  const [roomIdle, roomActive, weights] = [crowd.times.idle, crowd.times.active, crowd.times.http].map(
    spreadOf,
  );
  const { seconds, stages, lost, verdicts: refereeVerdicts, loopDelayP99: crowdLoopDelayP99 } = crowd;
  const p99MsByStage = Object.fromEntries(
    Array.from(crowd.times.byStage, ([stage, times]) => [stage, spreadOf(times).p99]),
  );
  const { count: requests, p50: p50Ms, p99: p99Ms } = roomActive;
  const downBytesPerClientPerSecond = Math.round(crowd.downBytes / (rooms * players) / seconds);
  const mostP99 = rooms === 1 ? MOST_P99.one : MOST_P99.many;
  const slow = ([name, { p99 }]: [string, Spread]): string[] =>
    p99 < mostP99
      ? []
      : [`one request in a hundred of the ${name} room took ${p99} ms or more, above ${mostP99}`];
  const errors = [
    ...crowd.errors,
    ...slow(['idle', roomIdle]),
    ...slow(['active', roomActive]),
    ...(serverCpuShare < MOST_CPU_SHARE || rooms > 1 ? [] : [`the server took ${serverCpuShare} of a core`]),
    ...(downBytesPerClientPerSecond < MOST_DOWN_BYTES
      ? []
      : [`each player got ${downBytesPerClientPerSecond} bytes in a second`]),
    ...(lost === 0 ? [] : [`${lost} requests, seats or moves were lost`]),
    ...(refereeVerdicts < teams ? [`the referee was not busy: ${refereeVerdicts} results`] : []),
  ];
  return {
    rooms,
    players,
    teams,
    seconds: Number(seconds.toFixed(1)),
    requests,
    p50Ms,
    p99Ms,
    serverCpuShare,
    rssMiB,
    downBytesPerClientPerSecond,
    lost,
    ok: errors.length === 0,
    errors,
    store,
    stages,
    refereeVerdicts,
    p99MsByStage,
    roomIdle,
    roomActive,
    weights,
    serverLoopDelay,
    refereeCpuShare,
    memory,
    crowdLoopDelayP99: Number(crowdLoopDelayP99.toFixed(2)),
  };
}
