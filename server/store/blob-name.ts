/** Names of blobs: parts with a slash between them, of which none could lead out of a folder. */

const NAME = /^[\w-]+(\/[\w-]+)*$/;

/** The name itself; throws where it is none. */
export function checkBlobName(name: string): string {
  if (!NAME.test(name)) throw new Error(`no name for a blob: ${JSON.stringify(name.slice(0, 80))}`);
  return name;
}
