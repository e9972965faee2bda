/** The benchmark's result: its JSON shape, and the same as a table for people. */

import type { Bound } from './bounds.ts';
import type { BenchRow } from './row.ts';
import type { WireCost } from './wire.ts';

interface Machine {
  processor: string;
  cores: number;
  node: string;
  browser: string | null;
  adapter: string | null;
  /** Median of what one core did in register-resident multiply-adds, GFLOP/s; likewise the graphics processor. */
  coreGflops: number | null;
  gpuGflops: number | null;
}

export interface BenchReport {
  ok: boolean;
  machine: Machine;
  rows: BenchRow[];
  skipped: { implementation: string; why: string }[];
  /** What workers' updates weigh; null where it was not measured. */
  wire: WireCost | null;
  bounds: Bound[];
}

const WIDE = 22;

function cell(value: number | null, digits = 0): string {
  return value === null ? '-' : value.toFixed(digits);
}

/** A line for each row, then for each bound, then for what was skipped. */
export function printReport({ machine, rows, wire, bounds, skipped }: BenchReport): void {
  const heads = [
    'tokens/s',
    '+-%',
    'a CPU s',
    'threads',
    'share',
    'first ms',
    'issue ms',
    'calls',
    'MiB',
    'loss',
    'single/s',
    '64/s',
  ];
  console.log(
    `\n${machine.processor}, ${machine.cores} cores; one does ${cell(machine.coreGflops, 1)} GFLOP/s`,
  );
  console.log(' '.repeat(WIDE) + heads.map((head) => head.padStart(10)).join(''));
  for (const row of rows) {
    const calls = row.dispatches === null ? '-' : `${row.dispatches}/${cell(row.submits, 1)}`;
    const agrees = row.compared === null ? '-' : row.compared.agrees ? 'same' : 'differs';
    const cells = [
      cell(row.tokensPerSecond),
      cell(row.spread === null ? null : 100 * row.spread),
      cell(row.tokensPerCpuSecond),
      cell(row.threads),
      cell(row.ceilingShare, 2),
      cell(row.firstStepMs),
      cell(row.issueMs, 2),
      calls,
      cell(row.peakMiB),
      agrees,
      cell(row.sampleSingle ?? row.sampleSingleUncached),
      cell(row.sampleBatch64 ?? row.sampleBatch64Uncached),
    ];
    const name = `${row.config} ${row.implementation} ${row.executor}`;
    console.log(name.padEnd(WIDE) + cells.map((text) => text.padStart(10)).join(''));
  }
  if (wire) {
    const { workers, rounds, rounded, exact } = wire;
    console.log(
      `\n${workers} workers, ${rounds} rounds: ${rounded.bytes} bytes an update and ${rounded.bitsPerByte.toFixed(3)} bits per byte at the end; in fp32 ${exact.bytes} and ${exact.bitsPerByte.toFixed(3)}`,
    );
  }
  console.log('');
  for (const { bound, config, measured, atLeast, atMost, holds } of bounds) {
    const verdict = holds === null ? 'not measured' : holds ? 'holds' : 'MISSED';
    const wanted = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
    console.log(`${verdict.padEnd(13)} ${config} ${bound}: ${cell(measured, 2)} (${wanted})`);
  }
  for (const { implementation, why } of skipped) console.log(`skipped ${implementation}: ${why}`);
}
