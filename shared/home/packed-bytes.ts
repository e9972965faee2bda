/** Bytes as text that may stand in a page's script: made smaller first, then five letters for each four bytes. */

import { deflateSync, inflateSync } from 'fflate';

/** Letters that mean nothing in HTML, in scripts or in JSON. */
const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%()*+,-./:;=?@[]^_{|}~';
const BASE = 85;
const GROUP_BYTES = 4;
const GROUP_LETTERS = 5;
/** More can't be said in five letters than in four bytes. */
const MOST_OF_GROUP = 2 ** (8 * GROUP_BYTES);

const codeOf = new Map(Array.from(LETTERS.slice(0, BASE), (letter, code) => [letter.charCodeAt(0), code]));

function toLetters(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const groups: string[] = [];
  for (let at = 0; at < bytes.length; at += GROUP_BYTES) {
    let rest = view.getUint32(at);
    let group = '';
    for (let letter = 0; letter < GROUP_LETTERS; letter++) {
      group = LETTERS.charAt(rest % BASE) + group;
      rest = Math.floor(rest / BASE);
    }
    groups.push(group);
  }
  return groups.join('');
}

function fromLetters(text: string): Uint8Array<ArrayBuffer> {
  if (text.length % GROUP_LETTERS !== 0) throw new Error('packed bytes: the last group is not whole');
  const bytes = new Uint8Array((text.length / GROUP_LETTERS) * GROUP_BYTES);
  const view = new DataView(bytes.buffer);
  for (let group = 0; group * GROUP_LETTERS < text.length; group++) {
    let value = 0;
    for (let letter = 0; letter < GROUP_LETTERS; letter++) {
      const code = codeOf.get(text.charCodeAt(group * GROUP_LETTERS + letter));
      if (code === undefined) throw new Error('packed bytes: a letter that is none of ours');
      value = value * BASE + code;
    }
    if (value >= MOST_OF_GROUP) throw new Error('packed bytes: a group is too large');
    view.setUint32(group * GROUP_BYTES, value);
  }
  return bytes;
}

/** The bytes with their number before them, since the last group is filled up. */
export function packBytes(bytes: Uint8Array): string {
  const packed = deflateSync(bytes, { level: 9 });
  const filled = new Uint8Array(Math.ceil(packed.length / GROUP_BYTES) * GROUP_BYTES);
  filled.set(packed);
  return `${bytes.length} ${toLetters(filled)}`;
}

/** Throws an Error where the text is not what `packBytes` writes, or holds more than `most` bytes. */
export function unpackBytes(text: string, most: number): Uint8Array<ArrayBuffer> {
  const gap = text.indexOf(' ');
  const length = Number(text.slice(0, Math.max(0, gap)));
  if (!Number.isInteger(length) || length < 1 || length > most)
    throw new Error('packed bytes: how many there are is not said');
  const bytes = inflateSync(fromLetters(text.slice(gap + 1)), { out: new Uint8Array(length + 1) });
  if (bytes.length !== length) throw new Error('packed bytes: not as many as there were');
  return bytes.slice();
}
