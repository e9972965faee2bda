/** The safetensors format: a JSON header that says where each tensor lies, then the bytes of all of them. */

import type { ModelConfig } from '../lm/config.ts';
import { parameterSpec } from '../lm/spec.ts';
import { littleEndianBytes } from '../nn/formats/little-endian.ts';

/** Bytes of the number that says how long the header is; what follows the header begins at a multiple of it. */
const ALIGNMENT = 8;

export function toSafetensors(config: ModelConfig, weights: Float32Array): Uint8Array<ArrayBuffer> {
  const header: Record<string, unknown> = {};
  for (const { name, shape, offset, size } of parameterSpec(config).tensors) {
    header[name] = { dtype: 'F32', shape, data_offsets: [offset * 4, (offset + size) * 4] };
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const headerBytes = Math.ceil(json.length / ALIGNMENT) * ALIGNMENT;
  const bytes = new Uint8Array(ALIGNMENT + headerBytes + weights.byteLength);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerBytes), true);
  bytes.fill(0x20, ALIGNMENT, ALIGNMENT + headerBytes);
  bytes.set(json, ALIGNMENT);
  bytes.set(littleEndianBytes(weights), ALIGNMENT + headerBytes);
  return bytes;
}
