/** `npm run contest`: labs with sensible plans against a lab that leaves all to the clock, on many seeds, and who won what how often. */

import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { codeOf } from '../levers/kept.ts';
import { PLANS, type PlanName } from './plans.ts';
import { playSeed } from './contest-seed.ts';
import { contestTable, verdictOf, type ContestSeed } from './contest-table.ts';

const NAMES = Object.keys(PLANS) as PlanName[];
/** Where what each seed gave is kept, so that a seed done is not played again; not in git. */
const KEPT = fileURLToPath(new URL('../../.data/contest.jsonl', import.meta.url));
/** The least compute that the game gives: what a room of weak phones has. */
const DEFAULT_BUDGET_FLOPS = 0.6e12;
/** What a seed's figures depend on: the game, the referee, the bots' engine and their plans. */
const ENTRIES = ['../../server/app.ts', '../../server/referee/worker.ts', 'engine-thread.ts', 'contest.ts'];

const USAGE = `npm run contest -- [--seeds A-B] [--plans NAME,NAME] [--budget FLOPS]`;

const settings = z.object({
  seeds: z
    .string()
    .regex(/^\d{1,6}-\d{1,6}$/, 'must be two numbers, such as 1-5')
    .default('1-5')
    .transform((range) => range.split('-').map(Number)),
  plans: z
    .string()
    .default(NAMES.join(','))
    .transform((names) => names.split(','))
    .pipe(z.array(z.enum(NAMES)).min(2)),
  budget: z.coerce.number().positive().max(1e15).default(DEFAULT_BUDGET_FLOPS),
});

/** A line of the file: what a seed gave, and by which state of the code. */
type Line = ContestSeed & { code: string };

function readLines(): Line[] {
  if (!existsSync(KEPT)) return [];
  const lines = readFileSync(KEPT, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Line);
}

function keepLine(line: Line): void {
  mkdirSync(dirname(KEPT), { recursive: true });
  appendFileSync(KEPT, `${JSON.stringify(line)}\n`);
}

async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { seeds: text, plans: text, budget: text } });
  const given = settings.safeParse(values);
  if (!given.success) throw new Error(z.prettifyError(given.error));
  const { seeds, plans, budget } = given.data;
  const [first, last] = seeds;
  // What the server says goes to stderr, so that stdout is the table.
  console.log = console.error;
  console.info = console.error;
  const code = [
    ...ENTRIES.map((entry) => codeOf(fileURLToPath(new URL(entry, import.meta.url)))),
    budget,
    ...plans,
  ].join('-');
  const { createApp } = await import('../../server/app.ts');
  const app = await createApp({ port: 0, allowExperiments: true });
  const kept = readLines();
  const found: ContestSeed[] = [];
  for (let seed = first; seed <= last; seed++) {
    const known = kept.find((one) => one.seed === seed && one.code === code);
    const log = (line: string): void => void process.stderr.write(`seed ${seed}: ${line}\n`);
    const options = { url: app.url, seed, plans, budgetFlops: budget, log };
    const played = known ?? { seed, code, scores: await playSeed(options) };
    if (!known) keepLine(played);
    found.push(played);
  }
  await app.close();
  process.stdout.write(`${contestTable(found)}\n`);
  return verdictOf(found).length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}\n`);
  process.exitCode = 2;
}
