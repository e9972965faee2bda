/** Bits per byte: the score in which models with different tokenizers compare. */

const encoder = new TextEncoder();

/** Bits per byte of a text of so many UTF-8 bytes whose tokens together cost so many nats; NaN for no text. */
export function evaluateBitsPerByte(nats: number, bytes: number): number {
  return bytes > 0 ? nats / Math.LN2 / bytes : Number.NaN;
}

/** UTF-8 bytes of texts. */
export function countBytes(texts: Iterable<string>): number {
  let bytes = 0;
  for (const text of texts) bytes += encoder.encode(text).length;
  return bytes;
}
