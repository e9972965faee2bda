/** Values as the store keeps them: the bytes of floats as this machine has them, and JSON. */

/** These very bytes, not a copy. */
export function bytesOfFloats(floats: Float32Array): Uint8Array {
  return new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength);
}

export function floatsOfBytes(bytes: Uint8Array): Float32Array {
  /* A copy where they don't begin at a multiple of four. */
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Float32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
}

export function bytesOfJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

export function jsonOfBytes(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
