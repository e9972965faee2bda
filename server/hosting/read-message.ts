/** Reads what comes from outside by its validator, whatever carried it. */

import type { z } from 'zod';
import { fail, ok, type Result } from '../../shared/game/result.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';

/** A message of this version and shape; the version is looked at first, since another one may have other shapes. */
export function readMessage<T extends z.ZodType>(schema: T, message: unknown): Result<z.output<T>> {
  const version = (message as { version?: unknown } | null | undefined)?.version;
  if (typeof version === 'number' && version !== PROTOCOL_VERSION) return fail('protocol/unknown_version');
  const parsed = schema.safeParse(message);
  return parsed.success ? ok(parsed.data) : fail('protocol/bad_message');
}
