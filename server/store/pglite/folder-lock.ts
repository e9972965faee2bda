/**
 * A lock on a data folder, since the database in it takes none: two processes would both open it and lose each other's rows without
 * a sign. The lock is a file that names its process; it counts for nothing once that process is gone.
 */

import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { guard } from '../../guard.ts';
import { StoreError } from '../store-error.ts';

/** Whoever holds it touches the file so often. */
const BEAT_MS = 1_000;
/** A holder on another machine, whose processes can't be asked for, is gone after so long without a beat. */
const SILENCE_MS = 10_000;
const TURN_MS = 20;

const holderShape = z.object({
  id: z.string(),
  pid: z.number().int(),
  host: z.string(),
  startedAt: z.string().nullable(),
});
type Holder = z.output<typeof holderShape>;

export class FolderInUseError extends StoreError {
  constructor(folder: string, { pid, host }: Pick<Holder, 'pid' | 'host'>) {
    const who = host === hostname() ? `process ${pid}` : `process ${pid} on ${host}`;
    super(
      `The data folder ${folder} is in use by ${who}. Stop that server, or choose another folder: DATA_FOLDER=other-folder npm start`,
    );
  }
}

/** What tells a process from a later one with the same number; null where the system does not say. */
function startOf(pid: number): string | null {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return null;
  /* The name of the program, in brackets, may hold spaces; the start is the twentieth field after it. */
  const fields = readFileSync(path, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return fields[19] ?? null;
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: unknown }).code === 'EPERM';
  }
}

async function isAlive(holder: Holder, path: string): Promise<boolean> {
  if (holder.host !== hostname()) return Date.now() - (await stat(path)).mtimeMs < SILENCE_MS;
  return isThere(holder.pid) && startOf(holder.pid) === holder.startedAt;
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return holderShape.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Links the file into place; false when there is one already. */
async function place(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes a dead holder's place: false when it turns out to live, or another is just doing the same. Of several who find a dead
 * lock only one may touch it, or the second would take away what the first has just taken.
 */
async function replaceDead(own: string, path: string): Promise<boolean> {
  const turn = `${path}-turn`;
  if (!(await place(own, turn))) {
    const age = await stat(turn).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > SILENCE_MS) await rm(turn, { force: true });
    return false;
  }
  try {
    const other = await readHolder(path);
    if (other && (await isAlive(other, path))) return false;
    await rename(own, path);
    return true;
  } finally {
    await rm(turn, { force: true });
  }
}

/** Takes the lock of an existing folder; throws FolderInUseError. Returns how to give it up. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock');
  const id = randomUUID();
  const own = `${path}-${id}`;
  const holder: Holder = { id, pid: process.pid, host: hostname(), startedAt: startOf(process.pid) };
  await writeFile(own, JSON.stringify(holder));
  try {
    while (!(await place(own, path))) {
      const other = await readHolder(path);
      if (other && (await isAlive(other, path))) throw new FolderInUseError(folder, other);
      if (await replaceDead(own, path)) break;
      await sleep(TURN_MS);
    }
  } finally {
    await rm(own, { force: true });
  }
  const timer = setInterval(() => {
    const now = new Date();
    guard(`The lock of ${folder}`, () => utimes(path, now, now));
  }, BEAT_MS).unref();
  return async () => {
    clearInterval(timer);
    if ((await readHolder(path))?.id === id) await rm(path, { force: true });
  };
}
