/** The rows of a store in a SQL database. A process is alive as long as the session of its database lock is; killed, it is gone at once. */

import { crc32 } from 'node:zlib';
import { and, asc, eq, gt, gte, inArray, lte, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { readUpToDamage } from '../damage.ts';
import { groupCommit, type Batch } from '../group-commit.ts';
import type { ClaimedMatch, MatchRecord, Records, SeatRecord } from '../ports.ts';
import type { SqlDatabase } from './database.ts';
import { createSqlHall } from './hall.ts';
import { createSqlRatings } from './ratings.ts';
import { matches, moves, processes, seats } from './schema.ts';

/** First part of the names of locks that stand for processes; the second is the process' epoch. */
export const PROCESS_LOCKS = 754_233;

/** More than any process has. */
const MOST_CLAIMED = 10_000;

const seedsShape = z.record(z.string(), z.number());

const recordOf = ({ id, code, address, openedAtMs, seeds }: typeof matches.$inferSelect): MatchRecord => ({
  id,
  code,
  address,
  openedAtMs,
  seeds: seedsShape.parse(JSON.parse(seeds)),
});

function seatOf({ playerId, watcherId, screenId, looksOn }: typeof seats.$inferSelect): SeatRecord {
  if (playerId !== null) return { kind: 'player', playerId };
  if (watcherId !== null) return { kind: 'audience', watcherId };
  if (screenId === null) return { kind: 'host' };
  return { kind: looksOn ? 'projector' : 'host', screenId };
}

/** Registers a process; whoever opens the database then holds the lock of its epoch as long as it lives. */
export async function registerProcess(db: SqlDatabase, nowMs: number): Promise<number> {
  const [row] = await db.insert(processes).values({ aliveAtMs: nowMs }).returning({ epoch: processes.epoch });
  if (!row) throw new Error('the database gave this process no number');
  return row.epoch;
}

export function createSqlRecords(db: SqlDatabase, epoch: number): Omit<Records, 'close'> {
  /** One statement, so that it is all or nothing; the share lock has whoever takes a match over wait for what is under way. */
  async function write(batches: readonly Batch[]): Promise<ReadonlySet<string>> {
    const rows = batches.flatMap(({ matchId, moves: own }) => own.map((move) => ({ matchId, ...move })));
    const texts = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;
    const numbers = (values: readonly number[]) => sql`${sql.param([...values])}::bigint[]`;
    const { rows: written } = await db.execute(sql`
      insert into moves (match_id, sequence, json, checksum)
      select matches.id, given.sequence, given.json, given.checksum
      from unnest(
        ${texts(rows.map(({ matchId }) => matchId))},
        ${numbers(rows.map(({ sequence }) => sequence))},
        ${texts(rows.map(({ json }) => json))},
        ${numbers(rows.map(({ json }) => crc32(json)))}
      ) as given (match_id, sequence, json, checksum)
      join matches on matches.id = given.match_id
      where matches.owner_epoch = ${epoch}
      for share of matches
      returning match_id`);
    const owned = new Set(written.map((row) => String(row['match_id'])));
    return new Set(batches.map(({ matchId }) => matchId).filter((matchId) => !owned.has(matchId)));
  }

  function owners() {
    return db
      .selectDistinct({ epoch: processes.epoch, aliveAtMs: processes.aliveAtMs })
      .from(processes)
      .innerJoin(matches, eq(matches.ownerEpoch, processes.epoch))
      .where(ne(processes.epoch, epoch))
      .orderBy(asc(processes.epoch));
  }

  /** Others may claim from the same process at the same time: the lock is shared by all but the process that it stands for. */
  function claimFrom(owner: { epoch: number; aliveAtMs: number }, isSilent: boolean, most: number) {
    return db.transaction(async (transaction): Promise<ClaimedMatch[]> => {
      const lock = sql`select pg_try_advisory_xact_lock_shared(${PROCESS_LOCKS}, ${owner.epoch}) as free`;
      const { rows } = await transaction.execute(lock);
      if (rows[0]?.['free'] !== true && !isSilent) return [];
      const next = transaction
        .select({ id: matches.id })
        .from(matches)
        .where(eq(matches.ownerEpoch, owner.epoch))
        .orderBy(asc(matches.openedAtMs))
        .limit(most)
        .for('update', { skipLocked: true });
      const taken = await transaction
        .update(matches)
        .set({ ownerEpoch: epoch })
        .where(inArray(matches.id, next))
        .returning();
      return taken.map((row) => ({ ...recordOf(row), aliveAtMs: owner.aliveAtMs }));
    });
  }

  return {
    epoch,
    append: groupCommit(write),
    ...createSqlRatings(db),
    ...createSqlHall(db),

    async createMatch({ seeds, ...record }) {
      const created = await db
        .insert(matches)
        .values({ ...record, seeds: JSON.stringify(seeds), ownerEpoch: epoch })
        .onConflictDoNothing()
        .returning({ id: matches.id });
      return created.length > 0 ? 'created' : 'code taken';
    },

    async matches() {
      const rows = await db.select().from(matches).orderBy(asc(matches.openedAtMs));
      return rows.map(recordOf);
    },

    owners,

    async claimMatches({ most = MOST_CLAIMED, silent = [], fresh = [] } = {}) {
      const claimed: ClaimedMatch[] = [];
      for (const owner of await owners()) {
        const left = most - claimed.length;
        if (left > 0 && !fresh.includes(owner.epoch))
          claimed.push(...(await claimFrom(owner, silent.includes(owner.epoch), left)));
      }
      return claimed.toSorted((a, b) => a.openedAtMs - b.openedAtMs);
    },

    async ownMatches() {
      const rows = await db.select({ id: matches.id }).from(matches).where(eq(matches.ownerEpoch, epoch));
      return rows.map(({ id }) => id);
    },

    async hasCode(code) {
      const rows = await db.select({ id: matches.id }).from(matches).where(eq(matches.code, code));
      return rows.length > 0;
    },

    async movesAfter(matchId, sequence) {
      const rows = await db
        .select({ sequence: moves.sequence, json: moves.json, checksum: moves.checksum })
        .from(moves)
        .where(and(eq(moves.matchId, matchId), gt(moves.sequence, sequence)))
        .orderBy(asc(moves.sequence));
      return readUpToDamage(
        rows.map(({ checksum, ...move }) => ({ ...move, isSound: crc32(move.json) === checksum })),
        sequence,
      );
    },

    async cutOff(matchId, sequence) {
      await db.delete(moves).where(and(eq(moves.matchId, matchId), gte(moves.sequence, sequence)));
    },

    async forget(matchId, sequence) {
      await db.delete(moves).where(and(eq(moves.matchId, matchId), lte(moves.sequence, sequence)));
    },

    async putSeat(matchId, tokenHash, seat) {
      const playerId = seat.kind === 'player' ? seat.playerId : null;
      const watcherId = seat.kind === 'audience' ? seat.watcherId : null;
      const screenId = 'screenId' in seat ? seat.screenId : null;
      const looksOn = seat.kind === 'projector';
      await db.insert(seats).values({ tokenHash, matchId, playerId, watcherId, screenId, looksOn });
    },

    async seats(matchId) {
      const rows = await db.select().from(seats).where(eq(seats.matchId, matchId));
      return rows.map((row) => ({ tokenHash: row.tokenHash, seat: seatOf(row) }));
    },

    async removeMatch(matchId) {
      await db.delete(matches).where(and(eq(matches.id, matchId), eq(matches.ownerEpoch, epoch)));
    },

    async beat(nowMs) {
      await db.update(processes).set({ aliveAtMs: nowMs }).where(eq(processes.epoch, epoch));
    },
  };
}
