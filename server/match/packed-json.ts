/** JSON in a small form with a checksum of its own. */

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) {
  const read = new Response(new Blob([bytes]).stream().pipeThrough(stream));
  return new Uint8Array(await read.arrayBuffer());
}

/** Whatever else happens to the value, the bytes are of now. */
export function packJson(value: unknown): Promise<Uint8Array<ArrayBuffer>> {
  return through(new TextEncoder().encode(JSON.stringify(value)), new CompressionStream('gzip'));
}

/** Rejects where the bytes are not what was packed. */
export async function unpackJson(bytes: Uint8Array): Promise<unknown> {
  const json = await through(new Uint8Array(bytes), new DecompressionStream('gzip'));
  return JSON.parse(new TextDecoder().decode(json));
}
