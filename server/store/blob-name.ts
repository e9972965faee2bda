/** Names of blobs: parts with a slash between them, of which none could lead out of a folder. */

const NAME = /^[\w-]+(\/[\w-]+)*$/;

/** The name itself; throws where it is none. */
export function checkBlobName(name: string): string {
  if (!NAME.test(name)) throw new Error(`no name for a blob: ${JSON.stringify(name.slice(0, 80))}`);
  return name;
}

/** The id of the match that a blob belongs to. */
export function matchOfBlob(name: string): string {
  return name.split('/', 1)[0] ?? '';
}

/** What a process is told that would change a blob of a match which another has by now. */
export function takenOver(name: string): string {
  return `${name} belongs to another process`;
}
