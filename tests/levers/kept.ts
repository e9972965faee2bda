/** Keeps what seeds gave, so that a seed done is not done again, and knows by which state of the code it was done. */

import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measured } from './lever.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Not in git: anyone can measure again. */
const KEPT_FOLDER = join(ROOT, '.data', 'levers');

/** A line of a lever's file. */
export interface Kept extends Measured {
  /** The state of the code that measured it. */
  code: string;
}

/** Adds to `found` the file and all files of ours that it imports. */
function addImports(file: string, found: Map<string, string>): void {
  if (found.has(file)) return;
  const source = readFileSync(file, 'utf8');
  found.set(file, source);
  for (const [, target] of source.matchAll(/^(?:import|export)\b[^;]*? from '(\.[^']+)'/gm))
    addImports(resolve(dirname(file), target), found);
}

/** A short hash of an experiment's file with all that it imports: other text, training or measures make other results. */
export function codeOf(file: string): string {
  const found = new Map<string, string>();
  addImports(file, found);
  const hash = createHash('sha256');
  for (const [path, source] of [...found].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${relative(ROOT, path)}\n${source}\n`);
  return hash.digest('hex').slice(0, 8);
}

/** All lines that were kept of a lever, oldest first. */
export function readKept(lever: string, folder = KEPT_FOLDER): Kept[] {
  const file = join(folder, `${lever}.jsonl`);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Kept);
}

export function keep(lever: string, kept: Kept, folder = KEPT_FOLDER): void {
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, `${lever}.jsonl`), `${JSON.stringify(kept)}\n`);
}

/** The newest state of the code that measured all of these seeds, with what they gave; null when none did. */
export function newestWhole(
  kept: readonly Kept[],
  seeds: readonly number[],
): { code: string; measured: Kept[] } | null {
  const codes = [...new Set(kept.map(({ code }) => code).reverse())];
  for (const code of codes) {
    const measured = seeds.flatMap(
      (seed) => kept.find((one) => one.code === code && one.seed === seed) ?? [],
    );
    if (measured.length === seeds.length) return { code, measured };
  }
  return null;
}
