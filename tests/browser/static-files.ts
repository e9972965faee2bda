/** A host of static files and nothing else: no routes, no sockets, no headers but the type. */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

export interface StaticHost {
  url: string;
  /** Paths that were asked for and are no files, in order. */
  missed: string[];
  close(): void;
}

/** Serves a folder under `/some/folder/`, as hosts do that give everybody a folder. */
export async function hostStatically(folder: string): Promise<StaticHost> {
  const prefix = '/some/folder/';
  const missed: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const path = normalize(join(folder, name.slice(prefix.length)));
    const found =
      pathname.startsWith(prefix) && path.startsWith(folder) ? readFile(path) : Promise.reject(new Error());
    found.then(
      (bytes) =>
        response
          .writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
          .end(bytes),
      () => {
        missed.push(pathname);
        response.writeHead(404).end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}${prefix}`, missed, close: () => void server.close() };
}
