/** What a load test found, as one JSON document, and what it must find. */

import type { Stage } from '../../shared/lifecycle.ts';
import type { Times } from './load-bot.ts';
import type { ServerCost } from './loaded-server.ts';

export interface CrowdOptions {
  url: string;
  bots: number;
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
  /** Results of the referee while the crowd was active. */
  verdicts: number;
  stages: Stage[];
  /** Delay of the crowd's own event loop, milliseconds: part of every time it measured. */
  loopDelayP99: number;
  errors: string[];
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
  bots: number;
  teams: number;
  /** Where matches were kept. */
  store: string;
  seconds: number;
  stages: Stage[];
  refereeVerdicts: number;
  /** Milliseconds. */
  roomIdle: Spread;
  roomActive: Spread;
  weights: Spread;
  serverLoopDelay: ServerCost['loopDelay'];
  /** Of one core, all threads together, the referee's too. */
  serverCpuShare: number;
  rssMiB: number;
  crowdLoopDelayP99: number;
}

/** The slowest that one request in a hundred of the room may be, milliseconds. */
const MOST_P99 = 50;

/** Order statistics of times in milliseconds, to two decimals; all zero of none. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(2));
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

export function buildLoadReport(
  { bots, teams }: CrowdOptions,
  store: string,
  crowd: CrowdReport,
  { loopDelay: serverLoopDelay, cpuShare: serverCpuShare, rssMiB }: ServerCost,
): LoadReport {
  const [roomIdle, roomActive, weights] = [crowd.times.idle, crowd.times.active, crowd.times.http].map(
    spreadOf,
  );
  const { seconds, stages, verdicts: refereeVerdicts, loopDelayP99: crowdLoopDelayP99 } = crowd;
  const slow = ([name, { p99 }]: [string, Spread]): string[] =>
    p99 < MOST_P99
      ? []
      : [`one request in a hundred of the ${name} room took ${p99} ms or more, above ${MOST_P99}`];
  const errors = [
    ...crowd.errors,
    ...slow(['idle', roomIdle]),
    ...slow(['active', roomActive]),
    ...(refereeVerdicts < teams ? [`the referee was not busy: ${refereeVerdicts} results`] : []),
  ];
  return {
    ok: errors.length === 0,
    errors,
    bots,
    teams,
    store,
    seconds: Number(seconds.toFixed(1)),
    stages,
    refereeVerdicts,
    roomIdle,
    roomActive,
    weights,
    serverLoopDelay,
    serverCpuShare,
    rssMiB,
    crowdLoopDelayP99: Number(crowdLoopDelayP99.toFixed(2)),
  };
}
