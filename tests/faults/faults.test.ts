/** A short form of `npm run faults`: a match whose server is killed, is finished by the same people, and nothing they were told is lost. */

import { expect, it } from 'vitest';
import { noPostgres } from '../postgres.ts';
import { noRedis } from '../redis.ts';
import { runFaults } from './run-faults.ts';

/* A match that ends before the last kill is followed by another. */

/** From being reachable again until the last of five is back. */
const MOST_RETURN_MS = 3_000;
/** From the end of a process until the last of five is back at another. */
const MOST_TAKEOVER_MS = 10_000;
const NEEDED = noRedis ?? noPostgres;

it('plays a match to its end although the server is killed again and again', async () => {
  const report = await runFaults({
    kills: 3,
    store: 'pglite',
    processes: 1,
    seed: 3,
    matchSeconds: 300,
    log: () => undefined,
  });
  expect(report.errors).toEqual([]);
  expect(report).toMatchObject({ kills: 3, lostMoves: 0, seatsLost: 0, crashes: 0 });
  expect(report.matchesFinished).toBeGreaterThanOrEqual(1);
  expect(report.acknowledgedMoves).toBeGreaterThan(20);
  expect(report.slowestReturnMs).toBeLessThan(MOST_RETURN_MS);
}, 400_000);

it.skipIf(NEEDED)(
  NEEDED ?? 'plays a match to its end on two servers of which one is killed again and again',
  async () => {
    const report = await runFaults({
      kills: 3,
      store: 'postgres',
      processes: 2,
      seed: 4,
      matchSeconds: 300,
      log: () => undefined,
    });
    expect(report.errors).toEqual([]);
    expect(report).toMatchObject({ kills: 3, lostMoves: 0, seatsLost: 0, crashes: 0 });
    expect(report.matchesFinished).toBeGreaterThanOrEqual(1);
    expect(report.acknowledgedMoves).toBeGreaterThan(20);
    expect(report.slowestReturnMs).toBeLessThan(MOST_TAKEOVER_MS);
  },
  400_000,
);
