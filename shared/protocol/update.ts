/** A worker's update on the wire: a small JSON header, then the change of every weight as fp32. */

import { z } from 'zod';
import { fail, ok, type Result } from '../rules/result.ts';

/** "LLUP": Loss Leaders update. */
const MAGIC = 0x50554c4c;
const MAX_HEADER_BYTES = 1024;
/** Nats per token, far beyond any loss of a training that works: a mean with a larger one would drown the others. */
const MAX_LOSS = 1000;
/** An hour: no round lasts as long. */
const MAX_MILLIS = 3_600_000;

const updateHeader = z.strictObject({
  version: z.literal(1),
  /** Rows of the shard that were trained on, counted from its start. */
  rowsUsed: z.number().int().min(0),
  /** Target tokens in those rows. */
  tokens: z.number().int().min(0),
  /** Mean training loss over the round, nats per token. */
  trainLoss: z.number().min(-MAX_LOSS).max(MAX_LOSS),
  millis: z.number().min(0).max(MAX_MILLIS),
});

export interface Update {
  rowsUsed: number;
  tokens: number;
  trainLoss: number;
  millis: number;
  /** Weights after the round minus the checkpoint's, [parameterCount]. */
  delta: Float32Array;
}

export function encodeUpdate(update: Update): Uint8Array<ArrayBuffer> {
  const { delta, ...header } = update;
  let json = JSON.stringify({ version: 1, ...header });
  while (json.length % 4) json += ' ';
  const bytes = new Uint8Array(8 + json.length + delta.byteLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, json.length, true);
  bytes.set(new TextEncoder().encode(json), 8);
  bytes.set(new Uint8Array(delta.buffer, delta.byteOffset, delta.byteLength), 8 + json.length);
  return bytes;
}

/** Reads an update strictly; whether its numbers are acceptable is for the rules (`checkUpdate`). */
export function decodeUpdate(bytes: Uint8Array): Result<Update> {
  if (bytes.byteLength < 8) return fail('protocol/bad_message');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint32(4, true);
  const start = 8 + headerLength;
  if (view.getUint32(0, true) !== MAGIC || headerLength > MAX_HEADER_BYTES || start > bytes.byteLength) {
    return fail('protocol/bad_message');
  }
  if ((bytes.byteLength - start) % 4) return fail('train/wrong_shape');
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
  const { version: _version, ...rest } = header.data;
  // A copy of exactly these bytes: the slice of a Node Buffer would share the buffer of the whole body.
  return ok({ ...rest, delta: new Float32Array(new Uint8Array(bytes.subarray(start)).buffer) });
}
