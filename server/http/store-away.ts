/** Requests that rest on the store. */

import { refuse, Refusal } from '../hosting/refusal.ts';
import { logError } from '../log.ts';

/** Waits for the store; one that is away is no bug of ours. */
export async function whileStoreIsThere<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    logError('The store can not be reached', error);
    return refuse('protocol/server_busy');
  }
}
