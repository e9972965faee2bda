/** Blobs as files in a folder. Each is written beside its place, flushed to the disk, and then put there in one step. */

import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { checkBlobName } from './blob-name.ts';
import type { Blobs } from './ports.ts';

/** No name of a blob ends like this. */
const UNFINISHED = '.part';

function isMissing(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'ENOENT';
}

async function flushFolder(folder: string): Promise<void> {
  /* Windows opens no folders, and keeps renames by itself. */
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomUUID()}${UNFINISHED}`;
  try {
    const handle = await open(unfinished, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await flushFolder(dirname(path));
}

/** Files below a folder; none where it is not there. */
async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Throws away what a process that was killed had not finished; only while nobody else uses the folder. */
export async function clearUnfinished(folder: string): Promise<void> {
  const unfinished = (await filesIn(folder)).filter((path) => path.endsWith(UNFINISHED));
  await Promise.all(unfinished.map((path) => rm(path, { force: true })));
}

export function createFileBlobs(folder: string): Blobs {
  const pathOf = (name: string): string => join(folder, ...checkBlobName(name).split('/'));
  return {
    async put(name, bytes) {
      const path = pathOf(name);
      await mkdir(dirname(path), { recursive: true });
      await writeWhole(path, bytes);
    },
    async get(name) {
      try {
        const { buffer, byteOffset, length } = await readFile(pathOf(name));
        return new Uint8Array(buffer, byteOffset, length);
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async list(prefix) {
      const slash = prefix.lastIndexOf('/');
      const parent = slash === -1 ? null : checkBlobName(prefix.slice(0, slash));
      const paths = await filesIn(parent === null ? folder : pathOf(parent));
      return paths
        .filter((path) => !path.endsWith(UNFINISHED))
        .map((path) => relative(folder, path).replaceAll('\\', '/'))
        .filter((name) => name.startsWith(prefix))
        .toSorted();
    },
    async remove(name) {
      await rm(pathOf(name), { force: true });
    },
  };
}
