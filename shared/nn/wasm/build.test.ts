/** The WebAssembly that is committed is what its sources compile to: whoever changes the one must build the other. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { generateFiles } from './build.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Every generated file of the tree, by its path from the root. */
function committedFiles(): string[] {
  return ['client', 'server', 'shared', 'tests'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.generated.ts'))
      .map((name) => join(folder, name).replaceAll(sep, '/')),
  );
}

it('is compiled from the sources beside it, byte for byte', async () => {
  const compiled = (await generateFiles()).map(({ path, text }) => ({
    path: relative(ROOT, path).replaceAll(sep, '/'),
    text,
  }));
  expect(compiled.map(({ path }) => path).sort()).toEqual(committedFiles().sort());
  const stale = compiled.filter(({ path, text }) => readFileSync(join(ROOT, path), 'utf8') !== text);
  expect(stale.map(({ path }) => `${path} is not what its source says: npm run build:wasm`)).toEqual([]);
});
