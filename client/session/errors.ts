/** Errors as a person reads them: game errors of the server, and the few that only a client can have. */

import { isTextKey, t } from '../i18n/t.ts';
import type { ClientErrorCode } from '../i18n/errors.ts';
import { ERROR_CODES, type ErrorCode, type GameError } from '../../shared/game/result.ts';

export interface ClientError {
  code: ErrorCode | ClientErrorCode;
  params?: GameError['params'];
}

export type Reply<T> = { ok: true; value: T } | { ok: false; error: ClientError };

export const OFFLINE: { ok: false; error: ClientError } = { ok: false, error: { code: 'client/offline' } };

/** The sentence of an error: what happened, what it means, what to do. */
export function errorText(error: ClientError): string {
  const key = `errors.${error.code}`;
  return isTextKey(key) ? t(key, error.params) : t('errors.protocol/bad_message');
}

/** Finds one of our codes in whatever a library threw, or null where there is none. */
export function codeIn(thrown: unknown): ErrorCode | null {
  const text = thrown instanceof Error ? thrown.message : JSON.stringify(thrown ?? '');
  return ERROR_CODES.find((code) => text.includes(code)) ?? null;
}
