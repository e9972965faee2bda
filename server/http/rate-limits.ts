/** Holds requests to their limits: those with a valid token by their seat, all others by their address. */

import type { Request, RequestHandler } from 'express';
import { addressKey } from '../limits/address.ts';
import type { LimitName, Limits } from '../limits/limits.ts';
import type { Directory } from '../matchmaking/directory.ts';
import { limitKeyOf } from '../rooms/LabRoom.ts';
import { bearerOf } from './bearer.ts';
import { refuse } from './errors.ts';

/** Passes a request on, or refuses it with the time after which it may come again. */
function hold(limits: Limits, nameAndKey: (request: Request) => [LimitName, string]): RequestHandler {
  return async (request, response, next) => {
    const waitMs = await limits.take(...nameAndKey(request));
    if (waitMs > 0) {
      response.setHeader('Retry-After', Math.ceil(waitMs / 1000));
      refuse('protocol/rate_limited');
    }
    next();
  };
}

/** For everything under /api: a seat is known by its token, so that a flood from its address is not its own. */
export function limitRequests(limits: Limits, directory: Directory): RequestHandler {
  return hold(limits, (request) => {
    const holder = bearerOf(directory, request);
    return holder
      ? ['seat', limitKeyOf(holder.hosted.code, holder.seat)]
      : ['stranger', addressKey(request.ip)];
  });
}

/** For one kind of request, by the address. */
export function limitByAddress(limits: Limits, name: LimitName): RequestHandler {
  return hold(limits, (request) => [name, addressKey(request.ip)]);
}
