/** The tables of the store, as they are after all migrations; PGlite and Postgres have the same. JSON stands in text columns: jsonb would change some of it. */

import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  integer,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** Every process that ever used this store. */
export const processes = pgTable('processes', {
  epoch: integer('epoch').primaryKey().generatedAlwaysAsIdentity(),
  aliveAtMs: bigint('alive_at_ms', { mode: 'number' }).notNull(),
});

export const matches = pgTable('matches', {
  id: text('id').primaryKey(),
  code: text('code').notNull().unique(),
  address: text('address').notNull(),
  openedAtMs: bigint('opened_at_ms', { mode: 'number' }).notNull(),
  seeds: text('seeds').notNull(),
  ownerEpoch: integer('owner_epoch').notNull(),
});

export const moves = pgTable(
  'moves',
  {
    matchId: text('match_id').notNull(),
    sequence: integer('sequence').notNull(),
    json: text('json').notNull(),
    /** CRC-32 of `json`. */
    checksum: bigint('checksum', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.matchId, table.sequence] })],
);

export const seats = pgTable('seats', {
  /** SHA-256 of the token, in hex. */
  tokenHash: text('token_hash').primaryKey(),
  matchId: text('match_id').notNull(),
  /** Of a player, or of one of the audience; the host has neither. */
  playerId: text('player_id'),
  watcherId: text('watcher_id'),
  /** Of a link of the host's to another screen, and whether that only looks on. */
  screenId: text('screen_id'),
  looksOn: boolean('looks_on').notNull().default(false),
});

/** Where there is no folder for files: values in pieces that a connection can carry. */
export const blobChunks = pgTable(
  'blob_chunks',
  {
    name: text('name').notNull(),
    part: integer('part').notNull(),
    bytes: bytes('bytes').notNull(),
  },
  (table) => [primaryKey({ columns: [table.name, table.part] })],
);

export const ratings = pgTable(
  'ratings',
  {
    raterId: text('rater_id').notNull(),
    season: text('season').notNull(),
    mu: doublePrecision('mu').notNull(),
    sigma: doublePrecision('sigma').notNull(),
    matches: integer('matches').notNull(),
  },
  (table) => [primaryKey({ columns: [table.raterId, table.season] })],
);

/** Matches that have counted, with what each came to. */
export const ratedMatches = pgTable('rated_matches', {
  matchId: text('match_id').primaryKey(),
  outcome: text('outcome').notNull(),
});

export const hallLabs = pgTable('hall_labs', {
  id: text('id').primaryKey(),
  season: text('season').notNull(),
  owner: text('owner').notNull(),
  total: doublePrecision('total').notNull(),
  enteredAtMs: bigint('entered_at_ms', { mode: 'number' }).notNull(),
  card: text('card').notNull(),
});
