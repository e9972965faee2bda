/** The work on updates in a thread of Node, so that no room waits while megabytes are read and averaged. */

import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { logError } from '../log.ts';
import type { Averaged, UpdateWork } from '../match/update-work.ts';
import type { Result } from '../../shared/game/result.ts';
import type { Update } from '../../shared/game/wire/update.ts';

interface UpdateThreads extends UpdateWork {
  close(): Promise<void>;
}

/** What may be handed over instead of being copied: all of its memory is its own. */
function ownMemory({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

/** One thread reads some hundred updates in a second; it starts after `begin`, or with the first of them. */
export function createUpdateThreads(begin: Promise<void> = Promise.resolve()): UpdateThreads {
  let pool: Piscina | null = null;
  let isClosed = false;
  function start(): Piscina {
    if (pool) return pool;
    pool = new Piscina({
      filename: fileURLToPath(new URL('./entry.mjs', import.meta.url)),
      minThreads: 1,
      maxThreads: 1,
      idleTimeout: Number.POSITIVE_INFINITY,
      atomics: 'disabled',
    });
    /* A thread that dies takes its task with it, which is told of that; the pool starts another. */
    pool.on('error', (error: unknown) => {
      if (!isClosed) logError('The thread for updates died', error);
    });
    return pool;
  }
  void begin.then(() => {
    if (!isClosed) start();
  });
  return {
    read: (update) =>
      start().run(update, { name: 'read', transferList: ownMemory(update.body) }) as Promise<Result<Update>>,
    average: (updates) => start().run(updates, { name: 'average' }) as Promise<Averaged>,
    async close() {
      isClosed = true;
      await pool?.destroy();
    },
  };
}
