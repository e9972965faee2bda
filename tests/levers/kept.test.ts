import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, keep, newestWhole, readKept, type Kept } from './kept.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'levers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const one = (seed: number, code: string): Kept => ({
  seed,
  code,
  seconds: 1,
  measures: { off: { x: seed } },
});

describe('what is kept of seeds', () => {
  it('is there again after an interruption', () => {
    keep('salt', one(1, 'a'), folder);
    keep('salt', one(2, 'a'), folder);
    expect(readKept('salt', folder)).toEqual([one(1, 'a'), one(2, 'a')]);
    expect(readKept('pepper', folder)).toEqual([]);
  });

  it('makes a table only from seeds that one state of the code has measured, the newest that did all', () => {
    const kept = [one(1, 'old'), one(2, 'old'), one(1, 'new'), one(2, 'new'), one(1, 'newest')];
    expect(newestWhole(kept, [1, 2])).toEqual({ code: 'new', measured: [one(1, 'new'), one(2, 'new')] });
    expect(newestWhole(kept, [1, 3])).toBeNull();
  });
});

describe('the state of the code', () => {
  it('changes with anything that an experiment imports, and with nothing else', () => {
    const write = (name: string, source: string): void => writeFileSync(join(folder, name), source);
    write('lever.ts', "import { mix } from './mix.ts';\nmix();\n");
    write('mix.ts', "import {\n  deep,\n} from './deep.ts';\nexport const mix = deep;\n");
    write('deep.ts', 'export const deep = 1;\n');
    write('other.ts', 'export const other = 1;\n');
    const code = () => codeOf(join(folder, 'lever.ts'));
    const before = code();
    write('other.ts', 'export const other = 2;\n');
    expect(code()).toBe(before);
    write('deep.ts', 'export const deep = 2;\n');
    expect(code()).not.toBe(before);
  });
});
