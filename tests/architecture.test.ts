/** Holds the tree to its plan: who may import whom, what stands at the top, and what a source file may contain. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { IMPORT_RULES } from './import-rules.ts';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const TOP_LEVEL = [
  'client',
  'server',
  'shared',
  'assets',
  'tests',
  'findings',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'README.md',
  'LICENSE',
];
/** What commands leave behind; git ignores it. */
const LEFT_BEHIND = ['node_modules', 'dist', 'coverage'];
const MAX_LINES = 400;
/**
 * Records whose keys come from clients, read or written by an id. One that is asked for `constructor` answers with what
 * every object inherits, and one that is given `__proto__` changes all of them.
 */
const BY_ID =
  /(\b(players|teams|pairs|ratings|votes|ballots|bids|workers|labels|appliedMoveIds)|\.documents)(\?\.)?\[(?![\]\d])/;

/** Files whose signals are the page's and outlive a match: its session and why the last ended, the device, what is open. */
const PAGE_STATE = [
  'client/i18n/catalogue.ts',
  'client/session/current.ts',
  'client/lab/device-benchmark.ts',
  'client/ui/help.ts',
  'client/player/Player.tsx',
  'client/host/Host.tsx',
];

interface Import {
  from: string;
  /** A path from the root, like `shared/random.ts`, or a package's name. */
  target: string;
  typeOnly: boolean;
}

interface Source {
  path: string;
  text: string;
  /** The text without comments, so that prose about a rule doesn't break it. */
  code: string;
}

const sources: Source[] = ['client', 'server', 'shared', 'tests']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => [folder, name]),
  )
  .map(([folder, name]) => posix.join(folder, name.replaceAll('\\', '/')))
  .filter((path) => !/(^|\/)(node_modules|\.)/.test(path))
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !/\.(generated|as)\.ts$/.test(path))
  .map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return { path, text, code: withoutComments(text) };
  });

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{}(,])\/\/.*$/gm, '$1');
}

/** Static imports, re-exports and dynamic imports of a file. */
function importsOf({ path, code }: Source): Import[] {
  const statements = code.matchAll(
    /^\s*(?:import|export)\s(?<what>[^'";]*?)from\s*['"](?<target>[^'"]+)['"]/gm,
  );
  const calls = code.matchAll(/\bimport\s*\(?\s*['"](?<target>[^'"]+)['"]/g);
  return [...statements, ...calls].map(({ groups }) => {
    const target = (groups?.target ?? '').replace(/\?.*$/, '');
    return {
      from: path,
      target: target.startsWith('.') ? posix.join(posix.dirname(path), target) : target,
      typeOnly: /^type\b/.test(groups?.what ?? ''),
    };
  });
}

const imports = sources.flatMap(importsOf);
const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith('tests/');

/** Lines of files (tests apart) whose code matches, as `path:line text`. */
function offences(pattern: RegExp, under: (path: string) => boolean): string[] {
  return sources
    .filter(({ path }) => under(path))
    .flatMap(({ path, code }) =>
      code.split('\n').flatMap((line) => (pattern.test(line) ? [`${path}: ${line.trim()}`] : [])),
    );
}

describe('the tree', () => {
  it('has a fixed top level', () => {
    const names = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !LEFT_BEHIND.includes(name));
    expect(names.filter((name) => !TOP_LEVEL.includes(name) && !name.endsWith('.log'))).toEqual([]);
  });

  it('has no barrels: no index.ts, no re-exports', () => {
    expect(sources.filter(({ path }) => /\/index\.tsx?$/.test(path)).map(({ path }) => path)).toEqual([]);
    expect(offences(/^\s*export\s+(type\s+)?(\*|\{[^}]*\})\s*from\b/, () => true)).toEqual([]);
  });

  it('has files of at most 400 lines, which (tests apart) open with a comment saying what they are for', () => {
    const silent = sources.filter(({ path, text }) => !/\.test\.tsx?$/.test(path) && !/^\/\*\*\s/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
    const long = sources.filter(({ text }) => text.split('\n').length - 1 > MAX_LINES);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

describe('imports', () => {
  it.each(IMPORT_RULES)('$says', ({ of, allows }) => {
    const broken = imports.filter(
      ({ from, target, typeOnly }) => !isTest(from) && of.test(from) && !allows({ from, target, typeOnly }),
    );
    expect(broken.map(({ from, target }) => `${from} imports ${target}`)).toEqual([]);
    /* A rule for a folder that was renamed would hold for ever. */
    expect(sources.filter(({ path }) => of.test(path) && !isTest(path))).not.toEqual([]);
  });

  it.each(IMPORT_RULES)('$says (binds some file, so that a moved folder leaves no rule behind)', ({ of }) => {
    expect(sources.some(({ path }) => of.test(path) && !isTest(path))).toBe(true);
  });

  it('reads every form of import', () => {
    const code = [
      "import { a } from './a.ts';",
      "import type {\n  B,\n} from '../lm/b.ts';",
      "import './c.css';",
      "const d = await import('phaser');",
    ].join('\n');
    expect(importsOf({ path: 'shared/game/x.ts', text: code, code })).toEqual([
      { from: 'shared/game/x.ts', target: 'shared/game/a.ts', typeOnly: false },
      { from: 'shared/game/x.ts', target: 'shared/lm/b.ts', typeOnly: true },
      { from: 'shared/game/x.ts', target: 'shared/game/c.css', typeOnly: false },
      { from: 'shared/game/x.ts', target: 'phaser', typeOnly: false },
    ]);
  });
});

describe('code', () => {
  it('in shared reads no clock and no Math.random', () => {
    const clock = /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/;
    expect(offences(clock, (path) => path.startsWith('shared/') && !isTest(path))).toEqual([]);
  });

  it('in shared touches no page', () => {
    const page = /\bdocument\.(body|create|get|query)|\b(window|localStorage|sessionStorage)\.\w/;
    expect(offences(page, (path) => /^shared\/(?!(lm|nn)\/)/.test(path) && !isTest(path))).toEqual([]);
  });

  it('of the page keeps no state in a module that a match would leave behind: that is `seatSignal` or `perSeat`', () => {
    const signals = /^(export )?(const|let) \w+(: [^=]+)? = signal\b/;
    const isPages = (path: string) => PAGE_STATE.includes(path) || isTest(path);
    expect(offences(signals, (path) => path.startsWith('client/') && !isPages(path))).toEqual([]);
    /* What is listed here and keeps nothing any more would excuse whatever comes to stand there. */
    expect(PAGE_STATE.filter((one) => offences(signals, (path) => path === one).length === 0)).toEqual([]);
  });

  it('that answers clients looks up, enters and takes out by id with `lookUp`, `put` and `takeOut` only', () => {
    const mayNot = (path: string) =>
      /^(server|shared\/game)\//.test(path) && !isTest(path) && !/\/(look-up|testing)\.ts$/.test(path);
    expect(offences(BY_ID, mayNot)).toEqual([]);
  });

  it.each([
    ['match.players[id]', true],
    ['match.teams[player.teamId].runs', true],
    ['arena.votes[card.id]?.[playerId]', true],
    ['match.appliedMoveIds[key] = true', true],
    ['arena.ballots?.[id]', true],
    ['const own = ratings[pairId];', true],
    ['votes.players[0]', false],
    ['teams: Team[]', false],
    ['const labels = [];', false],
    ['match.documents[kind]', true],
    ['texts.find(({ documents }) => documents[0])', false],
    ['lookUp(match.players, id)', false],
  ])('finds records that are read past their own entries: %s', (line, isOffence) => {
    expect(BY_ID.test(line)).toBe(isOffence);
  });

  it('of the server and the rules is checked for places in lists and records that may be empty', () => {
    const read = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
    expect(read('server/tsconfig.json')).toMatchObject({
      compilerOptions: { noUncheckedIndexedAccess: true },
      include: ['.', '../shared/game'],
    });
  });

  it('of the engine is checked without Node', () => {
    const read = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
    expect(read('shared/tsconfig.engine.json')).toMatchObject({
      compilerOptions: { types: ['@webgpu/types'] },
    });
  });

  it('has no `any` and silences no type error', () => {
    expect(offences(/[:<,|&]\s*any\b(?![\w'])|\bas any\b/, (path) => /\.tsx?$/.test(path))).toEqual([]);
    const silenced = sources.filter(({ text }) =>
      /@ts-(ignore|nocheck)/.test(text.replace(/`[^`]*`|\/.*\/\.test/g, '')),
    );
    expect(silenced.map(({ path }) => path)).toEqual([]);
  });
});
