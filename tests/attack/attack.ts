/** `npm run attack`: a real server under hostile requests while an honest match is played on it; JSON last with --json. */

import '../../server/ws-global.ts';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { AttackReport } from './report.ts';

const USAGE = `npm run attack -- [options]
  --requests N   hostile requests, half over HTTP and half at sockets (20000)
  --seed N       the same requests again (1)
  --json         print the results as one line of JSON, last

It starts a server of its own on 127.0.0.1, plays one honest match on it, lets sixty pupils in, and attacks other
matches in all stages meanwhile, with a burst in the middle. All is well when the server lives, refusals leave no
trace, no answer is a 5xx, no honest client waits half a second, and the honest match ends with results.
`;

const settings = z.object({
  requests: z.coerce.number().int().min(100).max(1_000_000).default(20_000),
  seed: z.coerce.number().int().min(0).max(0xffffffff).default(1),
});

function summarize(report: AttackReport): string {
  const { requests, refusals, crashes, stateChanges, serverErrors, slowestHonestMs, seconds } = report;
  return [
    `${requests} hostile requests in ${seconds} s, ${refusals} of them refused`,
    `crashes ${crashes}, state changes ${stateChanges}, server errors ${serverErrors}, lines of log ${report.logLines}`,
    `slowest answer to an honest client ${slowestHonestMs} ms`,
    ...report.findings.map((finding) => `! ${finding}`),
    report.ok ? 'ok' : 'not ok',
  ].join('\n');
}

async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { requests: text, seed: text, json: { type: 'boolean', default: false } },
  });
  const { json, ...rest } = values;
  const given = settings.safeParse(rest);
  if (!given.success) throw new Error(z.prettifyError(given.error));
  /* Only the results go to stdout; what packages say goes to stderr. */
  console.log = console.error;
  console.info = console.error;
  const startMs = performance.now();
  const log = (line: string): void =>
    void process.stderr.write(
      `${((performance.now() - startMs) / 1000).toFixed(1).padStart(6)} s  ${line}\n`,
    );
  const { runAttack } = await import('./run-attack.ts');
  const report = await runAttack({ ...given.data, log });
  for (const finding of report.findings) log(`! ${finding}`);
  const results = `${json ? JSON.stringify(report) : summarize(report)}\n`;
  await new Promise((resolve) => process.stdout.write(results, resolve));
  return report.ok ? 0 : 1;
}

try {
  process.exit(await main());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exit(2);
}
