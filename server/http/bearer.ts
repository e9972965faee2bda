/** Whose token a request carries. */

import type { Request } from 'express';
import type { Directory, Holder } from '../matchmaking/directory.ts';

/** The holder of the token in a request's headers; null without one, and for one that is worth nothing. */
export function bearerOf(directory: Directory, request: Request): Holder | null {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token ? directory.byToken(token) : null;
}
