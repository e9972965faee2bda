/** Reads the updates that devices bring, and refuses whatever is none. */

import { z } from 'zod';
import { areSound, decodeBlocks } from '../../nn/formats/int8-blocks.ts';
import { fail, ok, type Result } from '../result.ts';
import { bytesOfChange, MAGIC, type Update } from './update.ts';

const MAX_HEADER_BYTES = 1024;
/** Nats per token, far beyond any loss of a training that works: a mean with a larger one would drown the others. */
const MAX_LOSS = 1000;
/** An hour: no round lasts as long. */
const MAX_MILLIS = 3_600_000;
/** More than any model here has; a bound for what a header may claim. */
const MAX_PARAMETERS = 2 ** 24;

const updateHeader = z.strictObject({
  /** 1 was fp32. */
  version: z.literal(2),
  parameterCount: z.number().int().min(0).max(MAX_PARAMETERS),
  /** Rows of the shard that were trained on, counted from its start. */
  rowsUsed: z.number().int().min(0),
  /** Target tokens in those rows. */
  tokens: z.number().int().min(0),
  /** Mean training loss over the round, nats per token. */
  trainLoss: z.number().min(-MAX_LOSS).max(MAX_LOSS),
  millis: z.number().min(0).max(MAX_MILLIS),
});

/** Reads an update strictly; whether its numbers are acceptable is for the rules (`checkUpdate`). */
export function decodeUpdate(bytes: Uint8Array): Result<Update> {
  if (bytes.byteLength < 8) return fail('protocol/bad_message');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint32(4, true);
  const start = 8 + headerLength;
  if (view.getUint32(0, true) !== MAGIC || headerLength > MAX_HEADER_BYTES || start > bytes.byteLength) {
    return fail('protocol/bad_message');
  }
  let text: string;
  let json: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(8, start));
    json = JSON.parse(text);
  } catch {
    return fail('protocol/bad_message');
  }
  // Refuses what two readers could read differently, like a field given twice.
  if (JSON.stringify(json) !== text.trimEnd()) return fail('protocol/bad_message');
  const header = updateHeader.safeParse(json);
  if (!header.success) return fail('protocol/bad_message');
  const { version: _version, parameterCount, ...rest } = header.data;
  if (bytes.byteLength - start !== bytesOfChange(parameterCount)) return fail('train/wrong_shape');
  const split = bytes.byteLength - parameterCount;
  // Copies of exactly these bytes: the slice of a Node Buffer would share the buffer of the whole body.
  const exponents = new Uint8Array(bytes.subarray(start, split));
  const values = new Int8Array(new Uint8Array(bytes.subarray(split)).buffer);
  if (!areSound({ values, exponents })) return fail('train/not_finite');
  return ok({ ...rest, delta: decodeBlocks({ values, exponents }) });
}
