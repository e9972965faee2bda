/** `npm run backup` and `npm run restore`: all matches into one file, and back into the store of the same settings. */

import { existsSync } from 'node:fs';
import { workAtStore } from './store/at-store.ts';
import { readBackup, writeBackup } from './store/backup.ts';
import type { Store } from './store/ports.ts';

const USAGE = `npm run backup -- FILE      writes all matches into a new file
npm run restore -- FILE     brings them back
Both work on the store of DATA_FOLDER or DATABASE_URL. Stop the server first where it is a folder.`;

/** What is wrong with the command, or null. */
function problemOf(command: string | undefined, path: string | undefined): string | null {
  if ((command !== 'backup' && command !== 'restore') || path === undefined) return USAGE;
  if (command === 'backup' && existsSync(path)) return `${path} is there already. Name a new file.`;
  if (command === 'restore' && !existsSync(path)) return `There is no ${path}.`;
  return null;
}

async function work(command: string, store: Store, path: string): Promise<string> {
  if (command === 'backup') return `${await writeBackup(store, path)} matches are in ${path}.`;
  const { restored, skipped } = await readBackup(store, path);
  const left =
    skipped.length > 0 ? ` These were there already, and were left as they are: ${skipped.join(', ')}.` : '';
  return `${restored} matches are back.${left}`;
}

const [command = '', path = ''] = process.argv.slice(2);
process.exitCode = await workAtStore(problemOf(command, path || undefined), (store) =>
  work(command, store, path),
);
