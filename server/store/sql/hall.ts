/** The hall of past labs in a SQL database: what is told of each; its model lies among the blobs. */

import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { HallRecords } from '../ports.ts';
import type { SqlDatabase } from './database.ts';
import { hallLabs } from './schema.ts';

export function createSqlHall(db: SqlDatabase): HallRecords {
  return {
    async putHallLab(lab, most) {
      return db.transaction(async (transaction) => {
        await transaction.insert(hallLabs).values(lab).onConflictDoNothing();
        const over = await transaction
          .select({ id: hallLabs.id })
          .from(hallLabs)
          .where(eq(hallLabs.season, lab.season))
          .orderBy(desc(hallLabs.total), asc(hallLabs.enteredAtMs))
          .offset(most);
        const ids = over.map(({ id }) => id);
        if (ids.length > 0) await transaction.delete(hallLabs).where(inArray(hallLabs.id, ids));
        return ids;
      });
    },
    hallLabs: (season) =>
      db.select().from(hallLabs).where(eq(hallLabs.season, season)).orderBy(desc(hallLabs.total)),
    async hallLab(id) {
      const [lab] = await db.select().from(hallLabs).where(eq(hallLabs.id, id));
      return lab ?? null;
    },
    allHallLabs: () => db.select().from(hallLabs),
    async putHallCard(id, card) {
      await db.update(hallLabs).set({ card }).where(eq(hallLabs.id, id));
    },
    async removeHallLab(id, owner) {
      const own = owner === null ? eq(hallLabs.id, id) : and(eq(hallLabs.id, id), eq(hallLabs.owner, owner));
      const gone = await db.delete(hallLabs).where(own).returning({ id: hallLabs.id });
      return gone.length > 0;
    },
  };
}
