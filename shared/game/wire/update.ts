/** A worker's update on the wire: a small JSON header, then the change of every weight as int8 with shared exponents. */

import { BLOCK, encodeBlocks } from '../../nn/formats/int8-blocks.ts';

/** "LLUP": Loss Leaders update. */
export const MAGIC = 0x50554c4c;

export interface Update {
  rowsUsed: number;
  tokens: number;
  trainLoss: number;
  millis: number;
  /** Weights after the round minus the checkpoint's, [parameterCount]. */
  delta: Float32Array;
}

/** Bytes of an update's change: a byte each, and one for the exponent of every block. */
export function bytesOfChange(parameterCount: number): number {
  return parameterCount + Math.ceil(parameterCount / BLOCK);
}

/**
 * Rounds the change to int8 blocks; what is rounded already (`withErrorFeedback`) goes out as it is. Nothing of the object
 * is written but the fields named here.
 */
export function encodeUpdate(update: Update): Uint8Array<ArrayBuffer> {
  const { delta, rowsUsed, tokens, trainLoss, millis } = update;
  const { values, exponents } = encodeBlocks(delta);
  const header = { version: 2, parameterCount: delta.length, rowsUsed, tokens, trainLoss, millis };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 + json.length + bytesOfChange(delta.length));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, json.length, true);
  bytes.set(json, 8);
  bytes.set(exponents, 8 + json.length);
  bytes.set(new Uint8Array(values.buffer), 8 + json.length + exponents.length);
  return bytes;
}
