/** Opens the store that the settings ask for; the other kinds are not even loaded. */

import { openMemoryStore } from './memory.ts';
import type { Store } from './ports.ts';

export interface StoreSettings {
  /** Address of a Postgres database; null for a folder. */
  databaseUrl: string | null;
  /** Null keeps nothing beyond the process. */
  dataFolder: string | null;
}

export async function openStore({ databaseUrl, dataFolder }: StoreSettings): Promise<Store> {
  if (databaseUrl !== null) return (await import('./postgres.ts')).openPostgresStore(databaseUrl);
  if (dataFolder === null) return openMemoryStore();
  return (await import('./pglite/store.ts')).openPgliteStore(dataFolder);
}
