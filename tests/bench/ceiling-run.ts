/** `node --import tsx tests/bench/ceiling-run.ts`: the share of a core's ceiling that training reaches in Chromium; JSON last. */

import { openEnginePage } from '../browser/engine-page.ts';
import type { BenchConfigName, CeilingEngine, CeilingRun } from './ceiling-page.ts';

const REPEATS = Number(process.argv[2] ?? 9);
const MILLIS = Number(process.argv[3] ?? 400);
const ENGINES: readonly CeilingEngine[] = ['relaxed', 'plain', 'two threads'];

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1];

const page = await openEnginePage();
try {
  const result: Record<string, unknown> = {};
  for (const name of ['A', 'B'] satisfies BenchConfigName[]) {
    const run = await page.call<CeilingRun>(
      '../bench/ceiling-page.ts',
      'runCeilingInWorker',
      name,
      ENGINES,
      REPEATS,
      MILLIS,
    );
    const rows = ENGINES.map((engine) => [
      engine,
      {
        tokensPerSecond: Math.round(median(run.tokensPerSecond[engine])),
        share: Number(median(run.shares[engine]).toFixed(3)),
        shares: run.shares[engine].map((share) => Number(share.toFixed(3))),
      },
    ]);
    result[name] = { ceilingGflops: Number(median(run.ceilings).toFixed(1)), ...Object.fromEntries(rows) };
  }
  console.log(JSON.stringify(result, null, 1));
} finally {
  await page.close();
}
