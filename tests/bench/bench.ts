/**
 * `npm run bench`: trains the same model in our engine and in others, in turns, on this machine; JSON last. `-- --only NAME`
 * and `--config A` (each may come several times) run a part of it.
 */

import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { boundsOf } from './bounds.ts';
import { bundle, openLab, type Lab } from './chromium-lab.ts';
import { CONFIGURATIONS, type ConfigurationName } from './configurations.ts';
import type { IssueCost } from './issue.ts';
import { within } from './patience.ts';
import { DAWN, IMPLEMENTATIONS, installPeers, type Implementation } from './peers.ts';
import { messageOf, race } from './race.ts';
import { printReport, type BenchReport } from './report.ts';
import { emptyRow } from './row.ts';
import { median } from './statistics.ts';
import { runTorch } from './torch.ts';
import { measureWire } from './wire.ts';

/** Chromium takes seconds to bundle for, to launch and to close. */
const LAB_MILLIS = 90_000;
const ISSUE_TIMEOUT_MILLIS = 60_000;
/** In a run of everything nobody enters a race later than this, so that all of it ends within ten minutes. */
const RACE_MILLIS = 420_000;
/** What a contestant may take to reach the step whose loss is compared; the second when it was asked for by name. */
const LOSS_MILLIS = 30_000;
const LOSS_MILLIS_BY_NAME = 300_000;
/** What is not run in Chromium. */
const TORCH = 'torch';
const WIRE = 'wire';

interface Wish {
  names: readonly string[];
  configurations: readonly ConfigurationName[];
  /** Named and at a named configuration, an implementation runs however long it takes. */
  atAnyCost: boolean;
}

/** Throws an Error on an unknown name, with those that there are. */
function readWish(): Wish {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      config: { type: 'string', multiple: true },
      json: { type: 'boolean', default: true },
    },
  });
  const known = [...new Set(IMPLEMENTATIONS.map(({ implementation }) => implementation)), TORCH, WIRE];
  const unknown = values.only.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`--only ${unknown}: there are ${known.join(', ')}`);
  const isConfiguration = (name: string): name is ConfigurationName => name in CONFIGURATIONS;
  const wanted = values.config ?? Object.keys(CONFIGURATIONS);
  const odd = wanted.find((name) => !isConfiguration(name));
  if (odd !== undefined)
    throw new Error(`--config ${odd}: there are ${Object.keys(CONFIGURATIONS).join(', ')}`);
  const atAnyCost = values.only.length > 0 && values.config !== undefined;
  return { names: values.only, configurations: wanted.filter(isConfiguration), atAnyCost };
}

const isWished = ({ names }: Wish, name: string): boolean => names.length === 0 || names.includes(name);

/** What runs at this configuration. */
function chosen(wish: Wish, configuration: ConfigurationName): Implementation[] {
  return IMPLEMENTATIONS.filter(
    ({ implementation, configurations }) =>
      isWished(wish, implementation) && (wish.atAnyCost || configurations.includes(configuration)),
  );
}

/** In software WebGPU takes seconds a step: one configuration must do to see that ours computes the same. */
function isLossCompared({ implementation }: Implementation, config: ConfigurationName): boolean {
  return implementation === 'own' && config === 'A';
}

/** Issue costs on Dawn's null backend, each implementation in a fresh process; they enter its row, or a new one. */
async function addIssueCosts(report: BenchReport, wish: Wish): Promise<void> {
  const folder = await bundle({ issue: 'issue.ts' }, true);
  for (const config of wish.configurations) {
    for (const { implementation, executor, device } of chosen(wish, config)) {
      if (device !== 'webgpu') continue;
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        [join(folder, 'issue.js'), DAWN, implementation, config],
        { encoding: 'utf8', timeout: ISSUE_TIMEOUT_MILLIS },
      );
      if (status !== 0) {
        const why = stderr.split('\n').find((line) => line.includes('Error')) ?? `exit code ${status}`;
        report.skipped.push({ implementation: `${implementation} on Dawn at ${config}`, why });
        continue;
      }
      const { peakBufferMiB, ...cost } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as IssueCost;
      console.log(
        `${config} ${implementation}: ${cost.issueMs.toFixed(2)} ms to issue ${cost.dispatches} dispatches`,
      );
      const known = report.rows.find(
        (row) => row.config === config && row.implementation === implementation && row.executor === executor,
      );
      const row = known ?? emptyRow(implementation, executor, device, config);
      Object.assign(row, cost, { peakMiB: peakBufferMiB });
      if (!known) report.rows.push(row);
    }
  }
  rmSync(folder, { recursive: true, force: true });
}

/** What a pure multiply-add loop does on the graphics processor, GFLOP/s; null for one in software. */
async function measureGpu(lab: Lab): Promise<number | null> {
  if (lab.adapter.software) return null;
  const stand = await lab.openStand();
  const gflops = await stand.call<number>('gpuRate');
  await stand.close();
  return gflops;
}

function emptyReport(): BenchReport {
  const machine = {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    node: process.version,
    browser: null,
    adapter: null,
    coreGflops: null,
    gpuGflops: null,
  };
  return { ok: false, machine, rows: [], skipped: [], wire: null, bounds: [] };
}

/** Everything that is timed in Chromium. */
async function addRaces({ machine, rows, skipped }: BenchReport, wish: Wish): Promise<void> {
  const lab = await within(LAB_MILLIS, 'Chromium', openLab());
  try {
    const { software, name } = lab.adapter;
    machine.browser = lab.browser;
    machine.adapter = name;
    machine.gpuGflops = await within(LAB_MILLIS, "the graphics processor's rate", measureGpu(lab));
    if (software) {
      const why = `the adapter (${name}) is software, whose speed says nothing about a graphics processor: only issuing is timed`;
      skipped.push({ implementation: 'everything on WebGPU', why });
    }
    const options = {
      gpuGflops: machine.gpuGflops,
      patience: wish.atAnyCost ? LOSS_MILLIS_BY_NAME : LOSS_MILLIS,
      deadline: wish.atAnyCost ? Infinity : performance.now() + RACE_MILLIS,
    };
    const ceilings: number[] = [];
    for (const config of wish.configurations) {
      const runners = chosen(wish, config).filter(
        (one) => one.device === 'cpu' || !software || isLossCompared(one, config),
      );
      const result = await race(lab, config, runners, options);
      rows.push(...result.rows);
      skipped.push(...result.skipped, ...leftOut(wish, config));
      ceilings.push(...result.ceilings);
    }
    if (ceilings.length > 0) machine.coreGflops = median(ceilings);
  } finally {
    await within(LAB_MILLIS, 'closing Chromium', lab.close()).catch(() => undefined);
  }
}

/** What would be wished, but takes too long at this configuration. */
function leftOut(wish: Wish, config: ConfigurationName): BenchReport['skipped'] {
  const runs = chosen(wish, config);
  return IMPLEMENTATIONS.filter((one) => isWished(wish, one.implementation) && !runs.includes(one)).map(
    ({ implementation, executor }) => ({
      implementation: `${implementation} ${executor} at ${config}`,
      why: `takes too many seconds a step: "--only ${implementation} --config ${config}" runs it`,
    }),
  );
}

async function main(): Promise<number> {
  const wish = readWish();
  installPeers();
  const report = emptyReport();
  try {
    await addRaces(report, wish);
  } catch (error) {
    report.skipped.push({ implementation: 'what was still to run in Chromium', why: messageOf(error) });
  }
  await addIssueCosts(report, wish);
  if (isWished(wish, TORCH)) runTorch(report, wish.configurations);
  if (isWished(wish, WIRE)) report.wire = await measureWire();
  const hasGpu = report.machine.gpuGflops !== null;
  report.bounds = boundsOf(report, hasGpu).filter(
    ({ config }) => config === 'team' || wish.configurations.includes(config),
  );
  const disagreeing = report.rows.filter(({ compared }) => compared && !compared.agrees && !compared.why);
  report.ok = (report.rows.length > 0 || report.wire !== null) && disagreeing.length === 0;
  printReport(report);
  await new Promise<void>((resolve) => process.stdout.write(`${JSON.stringify(report)}\n`, () => resolve()));
  return report.ok ? 0 : 1;
}

try {
  // What was given up, such as a browser that does not answer, would keep the process alive.
  process.exit(await main());
} catch (error) {
  console.error(messageOf(error));
  process.exit(1);
}
