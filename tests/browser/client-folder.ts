/** Where the built client is that the browser tests play with. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** dist/client, or the folder in CLIENT_FOLDER; throws when nothing is built there. */
export function clientFolder(): string {
  const folder = process.env.CLIENT_FOLDER || fileURLToPath(new URL('../../dist/client', import.meta.url));
  if (existsSync(join(folder, 'index.html'))) return folder;
  throw new Error(`no client in ${folder}: run "npm run build" first`);
}
