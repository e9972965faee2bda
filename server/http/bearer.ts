/** Whose token a request carries. */

import type { Request } from 'express';
import type { ErrorCode } from '../../shared/game/result.ts';
import type { Directory, Holder } from '../matchmaking/directory.ts';

function tokenOf(request: Request): string | null {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token ? token : null;
}

/** The holder of the token in a request's headers; null without one, and for one that is worth nothing. */
export function bearerOf(directory: Directory, request: Request): Holder | null {
  const token = tokenOf(request);
  return token === null ? null : directory.byToken(token);
}

/** Why the token of a request is worth nothing, as where another version of the game has begun its match. */
export function whyNoBearer(directory: Directory, request: Request): ErrorCode {
  const token = tokenOf(request);
  return (token === null ? null : directory.whyClosed(token)) ?? 'protocol/bad_token';
}
