/** `npm run load`: rooms of many players, idle and then through a whole match; JSON last with --json. */

import { parseArgs } from 'node:util';
import { z } from 'zod';
import { TEAM_COUNT_RANGE } from '../../shared/game/settings.ts';
import type { LoadReport } from './report.ts';
import { runLoad, STORES } from './run-load.ts';

const USAGE = `npm run load -- [options]
  --rooms N      matches at once (1)
  --players N    players of each (30)
  --teams N      labs of each (about seven players in each)
  --seconds N    most seconds of playing (240)
  --store NAME   where matches are kept: memory, pglite or postgres (pglite)
  --again N      so many more crowds on the same server, one after the other, to see whether it grows (0)
  --json         print the results as one line of JSON, last
`;

const PLAYERS_PER_TEAM = 20 / 3;
const [FEWEST_TEAMS, MOST_TEAMS] = TEAM_COUNT_RANGE;

const settings = z.object({
  rooms: z.coerce.number().int().min(1).max(20).default(1),
  players: z.coerce.number().int().min(1).max(240).default(30),
  teams: z.coerce.number().int().min(FEWEST_TEAMS).max(MOST_TEAMS).optional(),
  seconds: z.coerce.number().positive().max(3600).default(240),
  store: z.enum(STORES).default('pglite'),
  again: z.coerce.number().int().min(0).max(1000).default(0),
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
    `matches kept in ${report.store}; ${report.serverCpuShare} of a core, the referee ${report.refereeCpuShare}, ${report.rssMiB} MiB`,
    `after each crowd: ${report.memory.map(({ rssMiB, usedMiB }) => `${rssMiB} MiB, ${usedMiB} used`).join('; ')}`,
    `${report.downBytesPerClientPerSecond} bytes down for each player and second, ${report.lost} lost`,
  ];
  return [...lines, ...report.errors.map((error) => `! ${error}`), report.ok ? 'ok' : 'not ok'].join('\n');
}

async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      rooms: text,
      players: text,
      teams: text,
      seconds: text,
      store: text,
      again: text,
      json: { type: 'boolean', default: false },
    },
  });
  const { json, ...rest } = values;
  const given = settings.safeParse(rest);
  if (!given.success) throw new Error(z.prettifyError(given.error));
  // Only the results go to stdout; what the server and its packages say goes to stderr.
  console.log = console.error;
  console.info = console.error;
  const { rooms, players, seconds, store, again } = given.data;
  const teams = given.data.teams ?? Math.max(2, Math.min(MOST_TEAMS, Math.round(players / PLAYERS_PER_TEAM)));
  const report = await runLoad({
    store,
    again,
    log: (line) => void process.stderr.write(`${line}\n`),
    rooms,
    players,
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
