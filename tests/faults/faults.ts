/** `npm run faults`: matches on a server that is killed again and again, or on several of which one is, or many on one that is started again; JSON last with --json. */

import { parseArgs } from 'node:util';
import { z } from 'zod';
import '../../server/ws-global.ts';
import { runFaults } from './run-faults.ts';
import { runRestart } from './run-restart.ts';

const USAGE = `npm run faults -- [options]
  --kills N            how often the server is killed (10)
  --store NAME         pglite or postgres (pglite)
  --processes N        how many servers there are; several share a Postgres and a Redis of their own (1)
  --seed N             which moments are drawn (1)
  --restart N          instead: N matches in the middle of training, one kill, and how long until all are back
  --match-seconds N    most seconds of one match (600)
  --json               print the results as one line of JSON, last
`;

const settings = z.object({
  kills: z.coerce.number().int().min(0).max(10_000).default(10),
  store: z.enum(['pglite', 'postgres']).default('pglite'),
  processes: z.coerce.number().int().min(1).max(8).default(1),
  seed: z.coerce.number().int().default(1),
  restart: z.coerce.number().int().min(1).max(200).optional(),
  'match-seconds': z.coerce.number().positive().default(600),
});

async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      kills: text,
      store: text,
      processes: text,
      seed: text,
      restart: text,
      'match-seconds': text,
      json: { type: 'boolean', default: false },
    },
  });
  const { json, ...rest } = values;
  const given = settings.safeParse(rest);
  if (!given.success) throw new Error(z.prettifyError(given.error));
  const { 'match-seconds': matchSeconds, restart, ...options } = given.data;
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const report = restart
    ? await runRestart({ matches: restart, store: options.store, seed: options.seed, log })
    : await runFaults({ ...options, matchSeconds, log });
  process.stdout.write(`${JSON.stringify(report, null, json ? undefined : 2)}\n`);
  return report.ok ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
}
