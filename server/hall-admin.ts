/** `npm run hall`: the labs in the hall of the store of the same settings; `-- --remove ID` takes one out. */

import { labsInHall, leaveHall, reportsOfTalk } from './hall/hall.ts';
import { workAtStore } from './store/at-store.ts';
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

const [option, id] = process.argv.slice(2);
const isUnderstood = option === undefined || (option === '--remove' && id !== undefined);
process.exitCode = await workAtStore(isUnderstood ? null : USAGE, (store) => work(store, id));
