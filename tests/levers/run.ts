/**
 * Runs experiments on levers: `npm run lever -- NAME [--seeds 5] [--seed 7] [--json]` one, `npm run levers` all and the table.
 * See README.md. Exits with 1 when the one lever does not hold, with 2 on bad arguments or a failure.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { ALL_LEVERS } from './all-levers.ts';
import { codeOf, keep, newestWhole, readKept, type Kept } from './kept.ts';
import { resultOf, type Lever, type LeverResult } from './lever.ts';
import { CHOSEN } from './screens.ts';
import { entryFrom, entryOf, tableOf, type TableEntry } from './table.ts';

/** Settings were chosen on seeds 1 to 5; results come from these, which nothing was tuned on. */
const FIRST_UNSEEN_SEED = 401;
const TABLE_SEEDS = 5;
const TABLE_FILE = fileURLToPath(new URL('RESULTS.md', import.meta.url));

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** One seed, with the processor time that it took. */
async function measureSeed(lever: Lever, seed: number, code: string): Promise<Kept> {
  const before = process.cpuUsage();
  const measures = await lever.measure(seed);
  const { user, system } = process.cpuUsage(before);
  return { seed, code, seconds: Number(((user + system) / 1e6).toFixed(2)), measures };
}

/** The result of a lever on these seeds; those that this state of the code has measured before are not measured again. */
async function runLever(lever: Lever, code: string, seeds: readonly number[]): Promise<LeverResult> {
  const known = readKept(lever.name).filter((kept) => kept.code === code);
  const measured: Kept[] = [];
  for (const seed of seeds) {
    let one = known.find((kept) => kept.seed === seed);
    if (!one) {
      console.error(`${lever.name}: seed ${seed} ...`);
      one = await measureSeed(lever, seed, code);
      keep(lever.name, one);
    }
    measured.push(one);
  }
  return resultOf(lever, measured);
}

function tell({ lever, contrasts, secondsPerSeed, holds }: LeverResult): void {
  console.log(`${lever}: ${holds ? 'holds' : 'does not hold'} (${secondsPerSeed} processor seconds a seed)`);
  for (const { metric, off, on, meanOff, meanOn, difference, low, high, expected } of contrasts) {
    const interval = [difference, low, high].map((value) => value.toFixed(3));
    console.log(`  ${metric}, ${off} -> ${on}: ${meanOff.toFixed(3)} -> ${meanOn.toFixed(3)}`);
    console.log(`    ${interval[0]} (95 %: ${interval[1]} to ${interval[2]}), expected: ${expected}`);
  }
}

/** Writes the table: of each lever the newest state of the code that did all unseen seeds here, or else its rows as they stand. */
function writeTable(): void {
  const seeds = seedsFrom(FIRST_UNSEEN_SEED, TABLE_SEEDS);
  const before = readFileSync(TABLE_FILE, 'utf8');
  const entries = ALL_LEVERS.flatMap(({ lever }): TableEntry[] => {
    const whole = newestWhole(readKept(lever.name), seeds);
    if (whole) return [entryOf(lever, resultOf(lever, whole.measured), whole.code)];
    const kept = entryFrom(before, lever);
    return kept ? [kept] : [];
  });
  writeFileSync(TABLE_FILE, tableOf(entries, seeds, CHOSEN));
}

const seedsFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => first + i);

/** A whole number from the command line. */
function wholeNumber(option: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least)
    throw new Error(`--${option} must be a whole number from ${least}, not ${text}`);
  return value;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      seeds: { type: 'string', default: String(TABLE_SEEDS) },
      seed: { type: 'string', default: String(FIRST_UNSEEN_SEED) },
      table: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const names = ALL_LEVERS.map(({ lever }) => lever.name);
  const unknown = positionals.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`no lever "${unknown}"; there are ${names.join(', ')}`);
  if (!values.all && positionals.length !== 1)
    throw new Error(`name one lever: npm run lever -- NAME, with NAME one of ${names.join(', ')}`);
  const seeds = seedsFrom(wholeNumber('seed', values.seed, 0), wholeNumber('seeds', values.seeds, 1));
  const results: LeverResult[] = [];
  if (!values.table) {
    /* Read at once: files may change while this runs, but what runs is what was loaded now. */
    const chosen = ALL_LEVERS.filter(({ lever }) => values.all || positionals.includes(lever.name)).map(
      ({ lever, file }) => ({ lever, code: codeOf(pathOf(file)) }),
    );
    for (const { lever, code } of chosen) {
      const result = await runLever(lever, code, seeds);
      if (!values.json) tell(result);
      results.push(result);
    }
  }
  if (values.all) writeTable();
  if (values.json) console.log(JSON.stringify(values.all ? { levers: results } : results[0]));
  if (!values.all && results.some(({ holds }) => !holds)) process.exitCode = 1;
}

/* Node 20 has relaxed SIMD behind this flag; it must be set before the kernels are compiled. */
setFlagsFromString('--experimental-wasm-relaxed-simd');
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
