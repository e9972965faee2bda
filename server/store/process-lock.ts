/** The lock that stands for a living process, held in a session of its own: the database lets go of it when the process is gone. */

import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { PROCESS_LOCKS } from './sql/records.ts';

const CONNECT_MS = 3_000;
const RETRY_MS = 500;
/** A process that is killed closes its connection; a machine that loses its power does not, and is asked every so many seconds. */
const NOTICE_LOST_MACHINES =
  'set tcp_keepalives_idle = 3; set tcp_keepalives_interval = 1; set tcp_keepalives_count = 3';

export class ProcessLock {
  readonly #url: string;
  #client: Client | null = null;
  #isReleased = false;

  constructor(url: string) {
    this.#url = url;
  }

  /**
   * Resolves when it is held. When the database was away the lock went with the session, and is taken anew; a process that has
   * taken our matches meanwhile keeps them.
   */
  async take(epoch: number): Promise<void> {
    const client = new Client({
      connectionString: this.#url,
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
    });
    /* Without a listener a lost connection would end the process. */
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(NOTICE_LOST_MACHINES);
      await client.query('select pg_advisory_lock($1, $2)', [PROCESS_LOCKS, epoch]);
    } catch (error) {
      await client.end();
      throw error;
    }
    this.#client = client;
    client.once('end', () => void this.#takeAgain(epoch));
    if (this.#isReleased) await client.end();
  }

  /** Resolves when the database knows it. */
  async release(): Promise<void> {
    this.#isReleased = true;
    await this.#client?.end();
  }

  async #takeAgain(epoch: number): Promise<void> {
    this.#client = null;
    while (!this.#isReleased) {
      await sleep(RETRY_MS, undefined, { ref: false });
      try {
        if (!this.#isReleased) await this.take(epoch);
        return;
      } catch {
        continue;
      }
    }
  }
}
