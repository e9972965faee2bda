/** Each part of the tree is checked with the types of where it runs: a page can't reach Node, nor the rules a page or Node. */

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
const CACHE = join(ROOT, 'node_modules/.cache');

/** The lines of code that the part's check complains of when they stand in a file beside one of its own. */
async function refused(config: string, entry: string, lines: readonly string[]): Promise<string[]> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'types-'));
  const pathOf = (path: string): string => relative(folder, join(ROOT, path));
  try {
    writeFileSync(join(folder, 'probe.ts'), [`import '${pathOf(entry)}';`, ...lines].join('\n'));
    const { files = [] } = JSON.parse(readFileSync(join(ROOT, config), 'utf8')) as { files?: string[] };
    const extended = {
      extends: pathOf(config),
      compilerOptions: { tsBuildInfoFile: './info' },
      files: ['probe.ts', ...files.map((file) => pathOf(join(dirname(config), file)))],
      include: [],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(extended));
    const run = promisify(execFile)(process.execPath, [TSC, '-p', folder, '--pretty', 'false']);
    const said = await run.then(
      ({ stdout }) => stdout,
      ({ stdout }: { stdout: string }) => stdout,
    );
    const places = [...said.matchAll(/probe\.ts\((\d+),/g)].map(([, line]) => Number(line) - 2);
    return lines.filter((_, index) => places.includes(index));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const NODE = ["export { readFileSync } from 'node:fs';", 'process.exit();', 'Buffer.from([1]);'];
const PAGE = ['document.title;', 'localStorage.clear();'];
const BOTH = ["new TextEncoder().encode('a');", 'structuredClone([1]);'];

describe('types', () => {
  it.each([
    ['the page knows no Node', 'client/tsconfig.json', 'client/main.tsx', NODE],
    ['the server knows no page', 'server/tsconfig.json', 'server/main.ts', PAGE],
    [
      'what of it runs in a worker of the page knows no Node',
      'server/tsconfig.page.json',
      'server/referee/worker.ts',
      NODE,
    ],
    [
      'rules, world and data know neither',
      'shared/tsconfig.pure.json',
      'shared/game/apply.ts',
      [...NODE, ...PAGE],
    ],
  ])('%s', async (_, config, entry, wrong) => {
    expect(await refused(config, entry, [...BOTH, ...wrong])).toEqual(wrong);
  });

  it('are checked for each part by the one command', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const part of ['client', 'server', 'server/tsconfig.page.json', 'shared/tsconfig.pure.json', '.'])
      expect(scripts['check']?.split(' ')).toContain(part);
  });
});
