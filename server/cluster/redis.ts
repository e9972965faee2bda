/** The connection to Redis, which the processes of a cluster share. While Redis is away its commands fail at once or within a second: nobody waits for it. */

import { Redis } from 'ioredis';
import { logWarning } from '../log.ts';
import { StoreError } from '../store/store-error.ts';

const COMMAND_MS = 1_000;
const CONNECT_MS = 3_000;
const RETRY_MS = 500;

/** Connects; throws a StoreError where there is no Redis at this address. */
export async function openRedis(url: string): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    commandTimeout: COMMAND_MS,
    connectTimeout: CONNECT_MS,
    maxRetriesPerRequest: 1,
    retryStrategy: () => RETRY_MS,
  });
  /* Without a listener every try to connect again would be printed. */
  redis.on('error', () => undefined);
  try {
    await redis.connect();
  } catch {
    redis.disconnect();
    throw new StoreError(
      `Redis at ${new URL(url).host} can't be reached. Is it running, and is REDIS_URL right?`,
    );
  }
  let isAway = false;
  redis.on('close', () => {
    if (!isAway)
      logWarning('Redis is away: requests that reach another process than that of their match have to wait');
    isAway = true;
  });
  redis.on('ready', () => {
    logWarning('Redis is back');
    isAway = false;
  });
  return redis;
}
