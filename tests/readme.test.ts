/** What the READMEs say: the example of the engine is run as it stands, and the tests of the threat model are there. */

import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The first code block under a heading of the README. */
function codeUnder(heading: string): string {
  const section = readFileSync(join(ROOT, 'README.md'), 'utf8').split(`\n## ${heading}\n`)[1] ?? '';
  const code = /```js\n([\s\S]*?)```/.exec(section)?.[1];
  if (!code) throw new Error(`the README has no code under "${heading}"`);
  return code;
}

describe("the server's threat model", () => {
  it('names tests that are there', () => {
    const page = readFileSync(join(ROOT, 'server', 'README.md'), 'utf8');
    const named = [...page.matchAll(/`([\w./-]+\.test\.ts|tests\/[\w-]+(?:\.ts)?)`/g)].map(
      ([, name = '']) => name,
    );
    expect(named.length).toBeGreaterThan(20);
    const isThere = (name: string): boolean =>
      [name, join('server', name)].some((path) => existsSync(join(ROOT, path)));
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });
});

describe("the README's tree", () => {
  const page = readFileSync(join(ROOT, 'README.md'), 'utf8');

  it('shows folders and files that are there', () => {
    const tree = /## The tree\n\n```\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    const above: string[] = [];
    const shown = tree.split('\n').flatMap((line) => {
      const [, indent = '', name] = /^( *)([\w-]+(?:\/|\.ts))\s/.exec(line) ?? [];
      if (!name || indent.length > 4) return [];
      above.splice(indent.length / 2, Infinity, name);
      return [above.join('')];
    });
    expect(shown.length).toBeGreaterThan(25);
    expect(shown.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('says where each part of a stage lies', () => {
    const named = [...page.matchAll(/`((?:client|server|shared|tests)\/[\w/.-]+)`/g)].map(
      ([, path = '']) => path,
    );
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe("the README's ten lines", () => {
  it('train a model that gets better and writes', async () => {
    const code = codeUnder('The engine alone');
    expect(code.trim().split('\n')).toHaveLength(10);
    const flags = ['--experimental-wasm-relaxed-simd', '--import', 'tsx', '--input-type=module'];
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, '--eval', code], { cwd: ROOT });
    const losses = [...stdout.matchAll(/recentLoss: ([\d.]+)/g)].map(([, loss]) => Number(loss));
    expect(losses.length).toBeGreaterThan(3);
    expect(losses[losses.length - 1]).toBeLessThan(0.75 * losses[0]);
    const [, written] = stdout.split("end: 'rows_used'\n}\n");
    expect(written.trim().length).toBeGreaterThan(20);
  });
});
