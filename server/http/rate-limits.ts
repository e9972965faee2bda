/** Holds requests to their limits: those with a valid token by their seat, all others by their address. */

import type { RequestHandler, Response } from 'express';
import { addressKey } from '../limits/address.ts';
import type { LimitName, Limits } from '../limits/limits.ts';
import type { Directory } from '../matchmaking/directory.ts';
import { seatKey } from '../hosting/seat-key.ts';
import { bearerOf } from './bearer.ts';
import { refuse } from '../hosting/refusal.ts';

function refuseForNow(): never {
  return refuse('protocol/rate_limited');
}

/** Counts one request; refuses it, with the time after which it may come again, when there were too many. */
export async function count(
  limits: Limits,
  [name, key]: [LimitName, string],
  response: Response,
  refuseFor: (waitMs: number) => never = refuseForNow,
): Promise<void> {
  const waitMs = await limits.take(name, key);
  if (waitMs === 0) return;
  response.setHeader('Retry-After', Math.ceil(waitMs / 1000));
  refuseFor(waitMs);
}

/** For everything under /api: a seat is known by its token, so that a flood from its address is not its own. */
export function limitRequests(limits: Limits, directory: Directory): RequestHandler {
  return async (request, response, next) => {
    const holder = bearerOf(directory, request);
    const key: [LimitName, string] = holder
      ? ['seat', seatKey(holder.hosted.code, holder.seat)]
      : ['stranger', addressKey(request.ip)];
    await count(limits, key, response);
    next();
  };
}

/** For one kind of request, by the address. */
export function limitByAddress(limits: Limits, name: LimitName): RequestHandler {
  return async (request, response, next) => {
    await count(limits, [name, addressKey(request.ip)], response);
    next();
  };
}
