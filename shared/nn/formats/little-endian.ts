/** Numbers as the bytes that go over the wire, whatever the order of bytes in this machine. */

const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The little-endian bytes of the numbers: these very bytes where the machine keeps them so, else a turned copy. */
export function littleEndianBytes(numbers: Uint16Array | Float32Array): Uint8Array {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  if (IS_LITTLE_ENDIAN) return bytes;
  const size = numbers.BYTES_PER_ELEMENT;
  return bytes.map((_, i) => bytes[i - (i % size) + size - 1 - (i % size)]);
}
