/** What a command of the server's owner does at the store that the environment names: opened, worked at, closed, and told about. */

import { readConfig } from '../config.ts';
import { openStore } from './open-store.ts';
import type { Store } from './ports.ts';
import { StoreError } from './store-error.ts';

/** Resolves to the exit code: 0 done, 1 the store could not be worked at, 2 the command or the settings are wrong. */
export async function workAtStore(
  problem: string | null,
  work: (store: Store) => Promise<string>,
): Promise<0 | 1 | 2> {
  const config = readConfig(process.env, []);
  if (!config.ok || problem !== null) {
    console.error(config.ok ? problem : config.problem);
    return 2;
  }
  try {
    const store = await openStore(config.value);
    try {
      console.log(await work(store));
    } finally {
      await store.close();
    }
    return 0;
  } catch (error) {
    console.error(error instanceof StoreError ? error.message : error);
    return 1;
  }
}
