/** Ratings in a SQL database. A match is noted in the transaction that changes them, so that it never counts twice. */

import { desc, eq, inArray, sql } from 'drizzle-orm';
import type { RatingRecord, Ratings } from '../ports.ts';
import type { SqlDatabase } from './database.ts';
import { ratedMatches, ratings } from './schema.ts';

/** Some other match has changed a rating since it was read. */
class Changed extends Error {}

export function createSqlRatings(db: SqlDatabase): Ratings {
  return {
    async ratings(raterIds) {
      if (raterIds.length === 0) return [];
      const rows = await db
        .select()
        .from(ratings)
        .where(inArray(ratings.raterId, [...raterIds]))
        .orderBy(desc(ratings.season));
      const newest = new Map<string, RatingRecord>();
      for (const row of rows) if (!newest.has(row.raterId)) newest.set(row.raterId, row);
      return [...newest.values()];
    },

    async rateMatch(matchId, outcome, changed) {
      try {
        return await db.transaction(async (transaction) => {
          const noted = await transaction
            .insert(ratedMatches)
            .values({ matchId, outcome })
            .onConflictDoNothing()
            .returning({ matchId: ratedMatches.matchId });
          if (noted.length === 0) return 'already' as const;
          for (const after of changed) {
            const { raterId, season, ...skill } = after;
            const written = await transaction
              .insert(ratings)
              .values(after)
              .onConflictDoUpdate({
                target: [ratings.raterId, ratings.season],
                set: skill,
                setWhere: sql`${ratings.matches} = ${skill.matches - 1}`,
              })
              .returning({ raterId: ratings.raterId });
            if (written.length === 0) throw new Changed(`${raterId} in ${season}`);
          }
          return 'written' as const;
        });
      } catch (error) {
        if (error instanceof Changed) return 'changed';
        throw error;
      }
    },

    async outcomeOf(matchId) {
      const [row] = await db.select().from(ratedMatches).where(eq(ratedMatches.matchId, matchId));
      return row?.outcome ?? null;
    },

    async ratedSoFar() {
      return { ratings: await db.select().from(ratings), outcomes: await db.select().from(ratedMatches) };
    },

    async keepRated({ ratings: kept, outcomes }) {
      await db.transaction(async (transaction) => {
        for (const one of kept) await transaction.insert(ratings).values(one).onConflictDoNothing();
        for (const one of outcomes) await transaction.insert(ratedMatches).values(one).onConflictDoNothing();
      });
    },

    async bestRatings(season, most) {
      return db
        .select()
        .from(ratings)
        .where(eq(ratings.season, season))
        .orderBy(desc(sql`${ratings.mu} - 3 * ${ratings.sigma}`))
        .limit(most);
    },
  };
}
