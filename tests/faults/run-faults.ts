/** Plays whole matches on servers that are killed at random moments, one at a time, whose connections are cut, and that strangers send junk to. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from '../../client/session/session.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { createRandom, type Random } from '../../shared/random.ts';
import { openStore, type StoreSettings } from '../../server/store/open-store.ts';
import type { Store } from '../../server/store/ports.ts';
import { recoverMatch } from '../../server/match/recovery.ts';
import type { Acknowledged } from './ledger.ts';
import { openMatch } from './played.ts';
import { Site } from './site.ts';

export interface FaultOptions {
  kills: number;
  store: 'pglite' | 'postgres';
  /** How many servers there are; several share a Postgres and a Redis. */
  processes: number;
  seed: number;
  /** A match that takes longer than this has got stuck. */
  matchSeconds: number;
  log: (line: string) => void;
}

export interface FaultReport {
  kills: number;
  cuts: number;
  hostileMessages: number;
  acknowledgedMoves: number;
  lostMoves: number;
  seatsLost: number;
  matchesFinished: number;
  crashes: number;
  /**
   * Until everybody is back, milliseconds, the slowest: from the moment that a killed server takes requests again; where there are
   * others, from its end.
   */
  slowestReturnMs: number;
  ok: boolean;
  errors: string[];
}

const SIZE = { teams: 2, playersPerTeam: 2 };
/** A model that is ready in a second; clocks that never run out. */
const EXPERIMENT = { budgetFlops: 4e9, graceSeconds: 0.2, clockScale: 50, roundRows: 64 };
/** Between two faults: some are over before anybody is back, others after a whole stage. */
const FAULT_SECONDS: readonly [number, number] = [0.5, 12];
/** Of all faults; the others are cuts. */
const KILL_SHARE = 0.7;
const RETURN_MS = 30_000;
/** Until pages have noticed that their line is broken. */
const NOTICE_MS = 300;

/** Junk to the doors that strangers have; returns how much of it was sent. */
async function sendJunk(port: number, random: Random): Promise<number> {
  const paths = [ROUTES.createMatch, '/matchmake/joinById/x', '/matchmake/create/lab', '/api/nothing'];
  const bodies = ['{', 'null', '{"version":1,"__proto__":{"name":"x"}}', '\u0000'.repeat(50), '[]'];
  let sent = 0;
  for (let i = 0; i < 5; i++) {
    const headers = { 'content-type': 'application/json', authorization: 'Bearer junk' };
    const request = { method: 'POST', headers, body: random.pick(bodies) };
    await fetch(`http://127.0.0.1:${port}${random.pick(paths)}`, request).then(
      () => (sent += 1),
      () => undefined,
    );
  }
  return sent;
}

/** Waits until all are back; null when somebody is not after a while. */
async function waitForReturn(sessions: readonly Session[]): Promise<number | null> {
  const startMs = performance.now();
  while (performance.now() - startMs < RETURN_MS) {
    if (sessions.every(({ connection }) => connection.value === 'online')) return performance.now() - startMs;
    await sleep(20);
  }
  return null;
}

/** Takes a match over from servers that were killed, which a database notices in a moment. */
async function own(store: Store, matchId: string): Promise<void> {
  const giveUpMs = performance.now() + RETURN_MS;
  while (!(await store.ownMatches()).includes(matchId)) {
    if (performance.now() > giveUpMs) throw new Error(`the store does not give match ${matchId} away`);
    await store.claimMatches();
    await sleep(50);
  }
}

/** Acknowledged moves of a match that are not in the store. */
async function lostOf(
  store: StoreSettings,
  matchId: string,
  ledger: readonly Acknowledged[],
): Promise<number> {
  const opened = await openStore(store);
  try {
    await own(opened, matchId);
    const recovered = await recoverMatch(opened, matchId);
    if (recovered.kind !== 'match') return ledger.length;
    const { appliedMoveIds } = recovered.match;
    const keyOf = ({ playerId, moveId }: Acknowledged): string =>
      playerId === null ? `host:${moveId}` : `player/${playerId}:${moveId}`;
    return ledger.filter((move) => !Object.hasOwn(appliedMoveIds, keyOf(move))).length;
  } finally {
    await opened.close();
  }
}

export async function runFaults(options: FaultOptions): Promise<FaultReport> {
  const { log } = options;
  const random = createRandom(options.seed);
  const site = await Site.start(options.store, options.processes);
  const { proxy, servers } = site;
  const report: FaultReport = {
    kills: 0,
    cuts: 0,
    hostileMessages: 0,
    acknowledgedMoves: 0,
    lostMoves: 0,
    seatsLost: 0,
    matchesFinished: 0,
    crashes: 0,
    slowestReturnMs: 0,
    ok: false,
    errors: [],
  };
  const onLost = (why: string): void => {
    report.seatsLost += 1;
    report.errors.push(`a seat was lost: ${why}`);
  };

  async function kill(sessions: readonly Session[]): Promise<void> {
    const server = random.pick(servers);
    await server.end('SIGKILL');
    report.kills += 1;
    /* Alone it has to come back; where there are others, they go on without it. */
    if (servers.length === 1) await server.start();
    else await sleep(NOTICE_MS);
    const returnedMs = await waitForReturn(sessions);
    if (returnedMs === null) report.errors.push(`not everybody was back ${RETURN_MS} ms after a kill`);
    report.slowestReturnMs = Math.max(report.slowestReturnMs, Math.round(returnedMs ?? RETURN_MS));
    log(`kill ${report.kills}: everybody back after ${Math.round(returnedMs ?? RETURN_MS)} ms`);
    if (servers.length > 1) await server.start();
  }

  async function playOne(): Promise<void> {
    const played = await openMatch(proxy.url, {
      ...SIZE,
      experiment: { ...EXPERIMENT, seed: options.seed + report.matchesFinished },
      onLost,
    });
    const endMs = performance.now() + options.matchSeconds * 1000;
    const { sessions, ledger } = played;
    let nextFaultMs = 0;
    const plan = (): void => {
      const [low, high] = FAULT_SECONDS;
      nextFaultMs = performance.now() + 1000 * (low + (high - low) * random.next());
    };
    plan();
    while (!played.isOver()) {
      if (performance.now() > endMs)
        throw new Error(`the match is stuck in ${sessions[0].match.value?.stage}`);
      await sleep(50);
      if (performance.now() < nextFaultMs || report.kills >= options.kills) continue;
      report.hostileMessages += await sendJunk(random.pick(servers).port, random);
      if (random.next() < KILL_SHARE) await kill(sessions);
      else {
        proxy.cut();
        report.cuts += 1;
      }
      plan();
    }
    report.matchesFinished += 1;
    log(`match ${report.matchesFinished} is finished: ${ledger.length} moves acknowledged`);
    for (const session of sessions) session.end();
    await played.done;
    await site.endAll('SIGKILL');
    report.acknowledgedMoves += ledger.length;
    report.lostMoves += await lostOf(site.store, played.id, ledger);
    await site.startAll();
  }

  try {
    while (report.kills < options.kills || report.matchesFinished === 0) await playOne();
  } catch (error) {
    report.errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    await site.remove();
  }
  report.crashes = site.troubles.length;
  report.errors.push(...site.troubles);
  report.ok = report.errors.length === 0 && report.lostMoves === 0;
  return report;
}
