/** How much anybody may ask of the server: bounds for each address and for each seat, and why they are where they are. */

import type { Redis } from 'ioredis';
import {
  BurstyRateLimiter,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';

interface Bound {
  /** Requests in that many seconds. */
  points: number;
  duration: number;
  /** What may come beyond that now and then. */
  burst?: { points: number; duration: number };
}

/**
 * A school is one address: sixty pupils who join at once are let in, and each of them loads a page of some twenty files. What has
 * a seat is counted by its seat, so that a flood from the same address can't shut out those who play.
 */
const BOUNDS = {
  /** Matches opened from one address: tight, since each costs the server memory and the referee's time. */
  opening: { points: 12, duration: 60 },
  /** Seats taken from one address: a lecture hall at once. */
  joining: { points: 250, duration: 10 },
  /** Codes of no match that were tried from one address: enough for a class that mistypes, too few to find a match by guessing. */
  guessing: { points: 60, duration: 60 },
  /** Other requests from one address without a valid token. */
  stranger: { points: 600, duration: 10 },
  /** Answers that cost some milliseconds and need no seat, from one address: codes to scan, and health. */
  costly: { points: 100, duration: 10 },
  /** Files of the page from one address. */
  page: { points: 6000, duration: 10 },
  /** Requests over HTTP with one token: a device that trains makes a few in a second, one that looks through documents some more. */
  seat: { points: 200, duration: 10 },
  /** Moves of one seat: twenty a second, and some seconds' worth at once, as after a dropped connection. */
  move: { points: 5, duration: 0.25, burst: { points: 50, duration: 5 } },
  /** Ways into the room with one token: each holds a place there for some seconds. */
  entering: { points: 10, duration: 10 },
} as const satisfies Record<string, Bound>;

export type LimitName = keyof typeof BOUNDS;

export interface Limits {
  /** Counts one request under this key; resolves to the milliseconds to wait when there were too many, else to 0. */
  take(name: LimitName, key: string): Promise<number>;
}

/** What counts by the seat: all that it asks comes to the process of its match, which counts it alone. */
const BY_SEAT: readonly LimitName[] = ['seat', 'move', 'entering'];

function createLimiter(
  name: LimitName,
  { burst, ...bound }: Bound,
  redis: Redis | null,
): BurstyRateLimiter | RateLimiterMemory | RateLimiterRedis {
  const steady = new RateLimiterMemory({ keyPrefix: name, ...bound });
  if (burst)
    return new BurstyRateLimiter(steady, new RateLimiterMemory({ keyPrefix: `${name} burst`, ...burst }));
  if (!redis || BY_SEAT.includes(name)) return steady;
  return new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: `loss-leaders:limit:${name}`,
    ...bound,
    /* Whoever is over the bound is not asked for again before there is a point in it. */
    inMemoryBlockOnConsumed: bound.points + 1,
    /* While Redis is away each process counts by itself. */
    insuranceLimiter: steady,
    rejectIfRedisNotReady: true,
  });
}

export interface LimitOptions {
  /** What is not held to, for tests that are busier than people. */
  unlimited?: readonly LimitName[];
  /** Where several processes count the requests of an address together; each counts by itself without. */
  redis?: Redis | null;
}

export function createLimits({ unlimited = [], redis = null }: LimitOptions = {}): Limits {
  const names = Object.keys(BOUNDS) as LimitName[];
  const limiters = new Map(names.map((name) => [name, createLimiter(name, BOUNDS[name], redis)]));
  return {
    async take(name, key) {
      if (unlimited.includes(name)) return 0;
      try {
        await limiters.get(name)?.consume(key);
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
        throw refusal;
      }
    },
  };
}

/** No limits at all, for measurements. */
export const NO_LIMITS: Limits = { take: () => Promise.resolve(0) };
