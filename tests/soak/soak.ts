/** `npm run soak`: trains for minutes and lives fifty lives in a row, in Node and Chromium, and tells whether memory stayed flat; JSON last. */

import { parseArgs } from 'node:util';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { SoakPage, type HiddenReport } from './browser.ts';
import { growthOf } from './growth.ts';
import { runInNode } from './node.ts';

const READ_EVERY_MILLIS = 5000;
const STEPS_A_RUN = 8;
const HIDDEN_MILLIS = 10_000;
/** Share of the minutes that WASM trains; WebGPU has the rest. */
const WASM_SHARE = 0.7;
/** What caches and compiled code may still gather; a leak of one model's memory in each run is hundreds of times that. */
const ALLOWED_GROWTH_MIB = 1;
const MIB = 2 ** 20;

interface SoakLine {
  what: string;
  /** Growth in MiB of each kind of memory, and the last reading. */
  memory: Record<string, { growthMiB: number; lastMiB: number }>;
  flat: boolean;
}

/** The readings of one soak as a line. */
function lineOf(what: string, readings: Record<string, number[]>): SoakLine {
  const rounded = (bytes: number): number => Number((bytes / MIB).toFixed(2));
  const memory = Object.fromEntries(
    Object.entries(readings).map(([kind, bytes]) => [
      kind,
      { growthMiB: rounded(growthOf(bytes)), lastMiB: rounded(bytes[bytes.length - 1]) },
    ]),
  );
  const flat = Object.values(memory).every(({ growthMiB }) => growthMiB <= ALLOWED_GROWTH_MIB);
  const kinds = Object.entries(memory).map(
    ([kind, { growthMiB, lastMiB }]) => `${kind} ${growthMiB >= 0 ? '+' : ''}${growthMiB} of ${lastMiB} MiB`,
  );
  console.log(`${flat ? 'flat ' : 'GROWS'} ${what}: ${kinds.join(', ')}`);
  return { what, memory, flat };
}

async function soakPage(page: SoakPage, minutes: number, runs: number): Promise<[SoakLine[], HiddenReport]> {
  const lines: SoakLine[] = [];
  const wasmMillis = minutes * 60_000 * WASM_SHARE;
  for (const [kind, millis] of [
    ['wasm', wasmMillis],
    ['webgpu', minutes * 60_000 - wasmMillis],
  ] as const) {
    const every = Math.min(READ_EVERY_MILLIS, millis / 8);
    const { steps, ...readings } = await page.train(kind, millis, every);
    lines.push(
      lineOf(`${Math.round(millis / 1000)} s of training in Chromium on ${kind}, ${steps} steps`, readings),
    );
    lines.push(
      lineOf(`${runs} runs in Chromium on ${kind}`, { ...(await page.runInARow(kind, runs, STEPS_A_RUN)) }),
    );
  }
  const losses = Math.ceil(runs / 5);
  lines.push(lineOf(`${losses} lost devices`, { ...(await page.loseDevices(losses)) }));
  const hidden = await page.hide('wasm', HIDDEN_MILLIS);
  console.log(
    `hidden tab: ${hidden.before} steps a second, ${hidden.hidden} while hidden, ${hidden.after} after`,
  );
  return [lines, hidden];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      runs: { type: 'string', default: '50' },
      json: { type: 'boolean' },
    },
  });
  const minutes = Number(values.minutes);
  const runs = Number(values.runs);
  if (!(minutes > 0)) throw new Error(`--minutes must be above 0, not ${values.minutes}`);
  if (!(runs >= 25)) throw new Error(`--runs must be 25 or more, not ${values.runs}: fewer show no growth`);
  const inNode = await runInNode((config) => createWasmExecutor(config), runs, STEPS_A_RUN);
  const lines = [lineOf(`${runs} runs in Node on wasm`, { ...inNode })];
  const page = await SoakPage.open();
  try {
    const [pageLines, hidden] = await soakPage(page, minutes, runs);
    lines.push(...pageLines);
    const ok = lines.every(({ flat }) => flat) && hidden.after > 0;
    console.log(JSON.stringify({ ok, minutes, runs, lines, hidden }));
    process.exitCode = ok ? 0 : 1;
  } finally {
    await page.close();
  }
}

await main();
