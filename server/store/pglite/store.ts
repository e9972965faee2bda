/** The store without any set-up: a data folder with PGlite for the rows, and files beside it for large values. */

import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { clearUnfinished, createFileBlobs } from '../files.ts';
import { sealedBlobs } from '../sealed-blobs.ts';
import type { Records, Store } from '../ports.ts';
import type { Call } from './calls.ts';
import { lockFolder } from './folder-lock.ts';
import { ThreadLine } from './line.ts';

/** Making a database takes 600 MB more than having one, which a thread that ends gives back. */
async function makeDatabase(folder: string): Promise<void> {
  if (existsSync(join(folder, 'PG_VERSION'))) return;
  const line = new ThreadLine(folder);
  try {
    await line.open();
  } finally {
    await line.close();
  }
}

/** Opens the store in a folder, which is made if it is not there. Throws FolderInUseError. */
export async function openPgliteStore(folder: string): Promise<Store> {
  await mkdir(folder, { recursive: true });
  const unlock = await lockFolder(folder);
  const line = new ThreadLine(join(folder, 'database'));
  const blobFolder = join(folder, 'blobs');
  const ask =
    <Method extends Call['method']>(method: Method): Records[Method] =>
    /* The thread has the same methods, and what they are given and give is plain data. */
    (...parameters: unknown[]) =>
      line.call(method, parameters) as never;
  try {
    await makeDatabase(join(folder, 'database'));
    await clearUnfinished(blobFolder);
    return {
      epoch: await line.open(),
      createMatch: ask('createMatch'),
      matches: ask('matches'),
      owners: ask('owners'),
      claimMatches: ask('claimMatches'),
      ownMatches: ask('ownMatches'),
      hasCode: ask('hasCode'),
      append: ask('append'),
      movesAfter: ask('movesAfter'),
      cutOff: ask('cutOff'),
      forget: ask('forget'),
      putSeat: ask('putSeat'),
      seats: ask('seats'),
      removeMatch: ask('removeMatch'),
      beat: ask('beat'),
      ratings: ask('ratings'),
      rateMatch: ask('rateMatch'),
      outcomeOf: ask('outcomeOf'),
      bestRatings: ask('bestRatings'),
      putHallLab: ask('putHallLab'),
      hallLabs: ask('hallLabs'),
      hallLab: ask('hallLab'),
      putHallCard: ask('putHallCard'),
      allHallLabs: ask('allHallLabs'),
      ratedSoFar: ask('ratedSoFar'),
      keepRated: ask('keepRated'),
      removeHallLab: ask('removeHallLab'),
      blobs: sealedBlobs(createFileBlobs(blobFolder)),
      async close() {
        await line.close();
        await unlock();
      },
    };
  } catch (error) {
    await line.close();
    await unlock();
    throw error;
  }
}
