/** Turns the game's errors into HTTP answers, and everything unexpected into a plain 500 that gives nothing away. */

import type { ErrorRequestHandler, Response } from 'express';
import { REFUSAL_HEADER, type ErrorReply } from '../../shared/game/wire/routes.ts';
import type { ErrorCode, GameError } from '../../shared/game/result.ts';
import { Refusal } from '../hosting/refusal.ts';
import { logError } from '../log.ts';

const STATUS: Partial<Record<ErrorCode, number>> = {
  'protocol/bad_message': 400,
  'protocol/unknown_version': 400,
  'protocol/foreign_page': 400,
  'protocol/bad_token': 401,
  'protocol/host_only': 403,
  'protocol/no_such_match': 404,
  'protocol/not_found': 404,
  'protocol/too_large': 413,
  'protocol/rate_limited': 429,
  'protocol/server_busy': 503,
  'protocol/too_many_matches': 429,
  'protocol/no_quick_match': 503,
  'match/closed': 410,
  'train/wrong_shape': 422,
  'train/not_finite': 422,
  'train/absurd_norm': 422,
  'train/too_many_tokens': 422,
  'train/no_tokens': 422,
};

/**
 * A round may close while a device's request is on its way: nobody did anything wrong, and a browser would log any other
 * status as a failure of the page.
 */
const CROSSED: readonly ErrorCode[] = [
  'train/stale_round',
  'train/repeat',
  'train/not_running',
  'train/not_your_round',
];

/** Whatever is not listed is a request that the match, as it stands, does not allow. */
const CONFLICT = 409;

export function statusOf(code: ErrorCode): number {
  return CROSSED.includes(code) ? 200 : (STATUS[code] ?? CONFLICT);
}

function answerError(response: Response, error: GameError): void {
  const status = statusOf(error.code);
  response
    .status(status)
    .set(REFUSAL_HEADER, error.code)
    .json({ error } satisfies ErrorReply);
}

/** What the body parsers and the router throw, as one of the game's errors. */
function errorOf(thrown: unknown): GameError | null {
  if (thrown instanceof Refusal) return thrown.error;
  const status = (thrown as { status?: unknown } | null)?.status;
  if (status === 413) return { code: 'protocol/too_large' };
  return typeof status === 'number' && status < 500 ? { code: 'protocol/bad_message' } : null;
}

/** The code of what a route or a body parser threw; null for what nobody expected. */
export function codeOf(thrown: unknown): ErrorCode | null {
  return errorOf(thrown)?.code ?? null;
}

/* Express knows it by its four parameters. */
export const errorHandler: ErrorRequestHandler = (thrown, request, response, _next) => {
  const error = errorOf(thrown);
  if (!error) logError(`${request.method} ${request.route?.path ?? 'a request'} failed`, thrown);
  /* Too late for an answer: the connection is closed, so that nobody takes half of one for the whole. */
  if (response.headersSent) response.destroy();
  else if (error) answerError(response, error);
  else response.status(500).json({ error: { code: 'protocol/server_busy' } } satisfies ErrorReply);
};
