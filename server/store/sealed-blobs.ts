/** Blobs with a checksum: what the disk or the database has changed is told from what was put, and never handed out. */

import { crc32 } from 'node:zlib';
import { logError } from '../log.ts';
import type { Blobs } from './ports.ts';

const SEAL_BYTES = 4;

function seal(bytes: Uint8Array): Uint8Array {
  const sealed = new Uint8Array(bytes.length + SEAL_BYTES);
  sealed.set(bytes);
  new DataView(sealed.buffer).setUint32(bytes.length, crc32(bytes));
  return sealed;
}

/** Null where the bytes are not those that were sealed. */
function open(sealed: Uint8Array): Uint8Array | null {
  const length = sealed.length - SEAL_BYTES;
  if (length < 0) return null;
  const bytes = sealed.subarray(0, length);
  const written = new DataView(sealed.buffer, sealed.byteOffset, sealed.length).getUint32(length);
  return crc32(bytes) === written ? bytes : null;
}

/** The same blobs; one that is damaged is listed, and can't be got. */
export function sealedBlobs(blobs: Blobs): Blobs {
  return {
    put: (name, bytes) => blobs.put(name, seal(bytes)),
    async get(name) {
      const sealed = await blobs.get(name);
      const bytes = sealed && open(sealed);
      if (sealed && !bytes)
        logError(`${name} is damaged in the store, and not used`, 'its checksum is wrong');
      return bytes;
    },
    list: (prefix) => blobs.list(prefix),
    remove: (name) => blobs.remove(name),
  };
}
