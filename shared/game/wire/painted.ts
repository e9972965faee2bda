/** A painter on the wire: its weights as fp32, little-endian, then the mean loss of the part that led to them. */

import { fail, ok, type Result } from '../result.ts';

/** What a device brings of a part of a training. */
export interface Painted {
  weights: Float32Array;
  /** Nats a pixel. */
  loss: number;
}

const BYTES = 4;
/** Far beyond any weight or loss of a training that works. */
const MOST = 1000;

export function encodePainted({ weights, loss }: Painted): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(BYTES * (weights.length + 1));
  const view = new DataView(bytes.buffer);
  weights.forEach((weight, i) => view.setFloat32(BYTES * i, weight, true));
  view.setFloat32(BYTES * weights.length, loss, true);
  return bytes;
}

/** Refuses what is no painter of so many weights, and numbers that no training comes to. */
export function decodePainted(bytes: Uint8Array, parameterCount: number): Result<Painted> {
  if (bytes.byteLength !== BYTES * (parameterCount + 1)) return fail('train/wrong_shape');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const weights = Float32Array.from({ length: parameterCount }, (_, i) => view.getFloat32(BYTES * i, true));
  const loss = view.getFloat32(BYTES * parameterCount, true);
  if (!Number.isFinite(loss) || !weights.every(Number.isFinite)) return fail('train/not_finite');
  if (loss < 0 || loss > MOST || weights.some((weight) => Math.abs(weight) > MOST))
    return fail('train/absurd_norm');
  return ok({ weights, loss });
}
