/** Whose match a path belongs to: its code stands before the rest, or in it where a seat is taken. */

import type { RequestHandler } from 'express';
import { MATCH_PATH, ROUTES } from '../../shared/game/wire/routes.ts';
import { codeParam } from '../../shared/game/wire/bodies.ts';
import { tidyCode } from '../matchmaking/codes.ts';

export interface MatchPath {
  /** As codes are written; null where the path is no match's. */
  code: string | null;
  /** The path without the code before it. */
  rest: string;
}

const [BEFORE] = MATCH_PATH.split(':');
const PREFIXED = new RegExp(`^${BEFORE}([^/?]+)(/.*)$`);
const NAMED = new RegExp(`^${ROUTES.createMatch}/([^/?]+)/`);

function codeIn(part: string | undefined): string | null {
  try {
    const code = codeParam.safeParse(decodeURIComponent(part ?? ''));
    return code.success ? tidyCode(code.data) : null;
  } catch {
    return null;
  }
}

export function splitMatchPath(url: string): MatchPath {
  const [, part, rest] = PREFIXED.exec(url) ?? [];
  if (rest !== undefined) return { code: codeIn(part), rest };
  return { code: codeIn(NAMED.exec(url)?.[1]), rest: url };
}

/** From here on routes see the path without the code before it. */
export const dropMatchPath: RequestHandler = (request, _response, next) => {
  request.url = splitMatchPath(request.url).rest;
  next();
};
