/**
 * `npm run speedrun`: runs shared/speedrun.ts in Node and prints what each stage took and gave; `--quick`, `--json`. With
 * `--images` it runs shared/speedrun-images.ts, and leaves what was painted in a PNG.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { FULL_PAINTING, paintingSpeedrun, QUICK_PAINTING } from '../../shared/speedrun-images.ts';
import {
  FULL,
  QUICK,
  speedrun,
  type Scores,
  type SpeedrunReport,
  type StageReport,
} from '../../shared/speedrun.ts';
import { contactSheet } from './contact-sheet.ts';

/** Where the pictures of the painter go; git ignores the folder. */
const SHEET = '.data/speedrun/painted.png';

/** Answers shown of the suite's forty. */
const SHOWN_ANSWERS = 10;

function printStage({ stage, seconds, gave }: StageReport): void {
  console.log(`${stage.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${gave}`);
}

function printScores(scores: readonly Scores[]): void {
  const names = ['facts', 'exercises', 'inForm', 'isTrue', 'isKind'] as const;
  console.log(`\n${['after', 'bits/byte', ...names].map((name) => name.padStart(10)).join('')}`);
  for (const { after, bitsPerByte, ...shares } of scores) {
    const cells = names.map((name) => `${Math.round(100 * shares[name])} %`);
    console.log([after, bitsPerByte.toFixed(3), ...cells].map((cell) => cell.padStart(10)).join(''));
  }
}

function printSamples({ stories, answers }: SpeedrunReport): void {
  console.log('\nAfter pretraining it goes on with a story:');
  for (const story of stories.slice(0, 4)) console.log(`  ${story}`);
  console.log('\nIt answers questions it never saw (tuned, then aligned):');
  const stride = Math.max(1, Math.floor(answers.length / SHOWN_ANSWERS));
  for (let i = 0; i < answers.length; i += stride) {
    const { question, before, after } = answers[i];
    console.log(`  ${question}\n    ${before}\n    ${after}`);
  }
}

async function write(isQuick: boolean): Promise<object> {
  const report = await speedrun(isQuick ? QUICK : FULL, () => performance.now(), printStage);
  printScores(report.scores);
  printSamples(report);
  return report;
}

async function paint(isQuick: boolean): Promise<object> {
  const size = isQuick ? QUICK_PAINTING : FULL_PAINTING;
  const { sheet, ...report } = await paintingSpeedrun(size, () => performance.now(), printStage);
  console.log(`\n${['guidance', 'agreement', 'diversity'].map((name) => name.padStart(10)).join('')}`);
  for (const { guidance, agreement, diversity } of report.guidance) {
    const cells = [guidance, `${Math.round(100 * agreement.value)} %`, diversity.value.toFixed(3)];
    console.log(cells.map((cell) => String(cell).padStart(10)).join(''));
  }
  mkdirSync(dirname(SHEET), { recursive: true });
  writeFileSync(SHEET, contactSheet(sheet));
  console.log(`\nAll ${sheet.length} pictures, none picked, are in ${SHEET}; the first row was asked for:`);
  for (const caption of report.captions.slice(0, 8)) console.log(`  ${caption}`);
  return { ...report, sheet: SHEET };
}

async function main(): Promise<void> {
  const flags = process.argv.slice(2);
  const unknown = flags.find((flag) => !['--quick', '--json', '--images'].includes(flag));
  if (unknown) throw new Error(`unknown option ${unknown}: there are --images, --quick and --json`);
  // Node 20 has fused multiply-add in WASM behind this flag; newer ones have it anyway.
  setFlagsFromString('--experimental-wasm-relaxed-simd');
  const started = performance.now();
  const run = flags.includes('--images') ? paint : write;
  const report = await run(flags.includes('--quick'));
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
  console.log(`\n${seconds} s in all`);
  if (flags.includes('--json')) console.log(JSON.stringify({ ok: true, seconds, ...report }));
}

await main();
