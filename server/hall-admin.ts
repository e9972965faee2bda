/** `npm run hall`: the labs in the hall of the store of the same settings; `-- --remove ID` takes one out. */

import { readConfig } from './config.ts';
import { labsInHall, leaveHall, reportsOfTalk } from './hall/hall.ts';
import { openStore } from './store/open-store.ts';
import { StoreError } from './store/store-error.ts';
import type { Store } from './store/ports.ts';

const USAGE = `npm run hall                    lists the labs in the hall
npm run hall -- --remove ID     takes one out
Both work on the store of DATA_FOLDER or DATABASE_URL. Stop the server first where it is a folder.`;

async function work(store: Store, removed: string | undefined): Promise<string> {
  if (removed !== undefined)
    return (await leaveHall(store, removed, null)) ? `${removed} is gone.` : `There is no ${removed}.`;
  const labs = await labsInHall(store, Date.now());
  return (
    labs
      .map(
        (lab) => `${lab.id}  ${lab.season}  talk reported by ${reportsOfTalk(lab)}  ${lab.card.slice(0, 60)}`,
      )
      .join('\n') || 'Nobody is there.'
  );
}

async function main(): Promise<number> {
  const [option, id] = process.argv.slice(2);
  const config = readConfig(process.env, []);
  const isUnderstood = option === undefined || (option === '--remove' && id !== undefined);
  if (!config.ok || !isUnderstood) {
    console.error(config.ok ? USAGE : config.problem);
    return 2;
  }
  try {
    const store = await openStore(config.value);
    try {
      console.log(await work(store, id));
    } finally {
      await store.close();
    }
    return 0;
  } catch (error) {
    console.error(error instanceof StoreError ? error.message : error);
    return 1;
  }
}

process.exitCode = await main();
