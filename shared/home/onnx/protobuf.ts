/** Writes protocol buffers, the form of ONNX files: numbered fields, each a number, a float, or bytes with their length. */

const VARINT = 0;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;

/** Whole numbers from 0 that JavaScript holds exactly, seven bits a byte, low bits first. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  while (left >= 128) {
    bytes.push((left % 128) + 128);
    left = Math.floor(left / 128);
  }
  return [...bytes, left];
}

/** One message; its fields are written in the order of the calls. */
export class Message {
  readonly #parts: Uint8Array[] = [];

  integer(field: number, value: number): this {
    return this.#push(Uint8Array.from([...varint(field * 8 + VARINT), ...varint(value)]));
  }

  float(field: number, value: number): this {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    return this.#push(Uint8Array.from(varint(field * 8 + FIXED_32))).#push(bytes);
  }

  bytes(field: number, value: Uint8Array): this {
    const head = Uint8Array.from([...varint(field * 8 + LENGTH_DELIMITED), ...varint(value.length)]);
    return this.#push(head).#push(value);
  }

  text(field: number, value: string): this {
    return this.bytes(field, new TextEncoder().encode(value));
  }

  message(field: number, value: Message): this {
    return this.bytes(field, value.toBytes());
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    const result = new Uint8Array(this.#parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of this.#parts) {
      result.set(part, at);
      at += part.length;
    }
    return result;
  }

  #push(part: Uint8Array): this {
    this.#parts.push(part);
    return this;
  }
}
