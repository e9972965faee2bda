/** `npm run load`: one room with thirty players in eight labs, idle and then through all stages; JSON last with --json. */

import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { LoadReport } from './report.ts';
import { runLoad, STORES } from './run-load.ts';

const USAGE = `npm run load -- [options]
  --bots N       players (30)
  --teams N      labs (8)
  --seconds N    most seconds of playing (150)
  --store NAME   where matches are kept: memory, pglite or postgres (pglite)
  --json         print the results as one line of JSON, last
`;

const settings = z.object({
  bots: z.coerce.number().int().min(1).max(64).default(30),
  teams: z.coerce.number().int().min(1).max(8).default(8),
  seconds: z.coerce.number().positive().max(3600).default(150),
  store: z.enum(STORES).default('pglite'),
});

function summarize(report: LoadReport): string {
  const line = (name: string, key: 'roomIdle' | 'roomActive' | 'weights'): string => {
    const { count, p50, p95, p99, max } = report[key];
    return `${name}: ${count} requests, p50 ${p50}, p95 ${p95}, p99 ${p99}, max ${max} ms`;
  };
  const lines = [
    line('room, idle', 'roomIdle'),
    line('room, active', 'roomActive'),
    line('weights and shards', 'weights'),
    `server's event loop late by p99 ${report.serverLoopDelay.p99}, max ${report.serverLoopDelay.max} ms; ${report.refereeVerdicts} results of the referee in ${report.seconds} s`,
    `matches kept in ${report.store}; ${report.serverCpuShare} of a core, ${report.rssMiB} MiB`,
  ];
  return [...lines, ...report.errors.map((error) => `! ${error}`), report.ok ? 'ok' : 'not ok'].join('\n');
}

async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      bots: text,
      teams: text,
      seconds: text,
      store: text,
      json: { type: 'boolean', default: false },
    },
  });
  const { json, ...rest } = values;
  const given = settings.safeParse(rest);
  if (!given.success) throw new Error(z.prettifyError(given.error));
  // Only the results go to stdout; what the server and its packages say goes to stderr.
  console.log = console.error;
  console.info = console.error;
  const { bots, teams, seconds, store } = given.data;
  const report = await runLoad({
    store,
    bots,
    teams,
    seed: 7,
    budgetFlops: 1.2e12,
    idleSeconds: 10,
    activeSeconds: seconds,
  });
  process.stdout.write(`${json ? JSON.stringify(report) : summarize(report)}\n`);
  return report.ok ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
}
