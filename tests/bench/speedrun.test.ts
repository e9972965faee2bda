/** The quick speedruns go through every stage, and each stage leaves its mark. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { PaintingReport } from '../../shared/speedrun-images.ts';
import type { SpeedrunReport } from '../../shared/speedrun.ts';

const SCRIPT = fileURLToPath(new URL('speedrun.ts', import.meta.url));

function run<Report>(...flags: string[]): Report {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', SCRIPT, '--quick', '--json', ...flags],
    { encoding: 'utf8' },
  );
  expect(status).toBe(0);
  const report = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Report & { ok: boolean };
  expect(report.ok).toBe(true);
  return report;
}

it('a model learns to write, then to answer', () => {
  const report = run<SpeedrunReport>();
  expect(report.stages.map(({ stage }) => stage)).toEqual([
    'corpus',
    'tokenizer',
    'model',
    'pretrain',
    'evaluate',
    'fine-tune',
    'evaluate',
    'rate',
    'align',
    'evaluate',
  ]);
  const [untrained, base, tuned] = report.scores;
  expect(base.bitsPerByte).toBeLessThan(untrained.bitsPerByte / 3);
  expect(tuned.inForm).toBeGreaterThan(base.inForm + 0.3);
});

it('a painter learns from captioned pictures, and what it paints is measured', () => {
  const report = run<Omit<PaintingReport, 'sheet'> & { sheet: string }>('--images');
  expect(report.stages.map(({ stage }) => stage)).toEqual([
    'world',
    'pictures',
    'captions',
    'model',
    'train',
    'paint',
    'time',
    'agreement',
    'guidance',
    'distance',
    'copies',
  ]);
  /* Guessing any of sixteen colors costs 2.77 nats. */
  expect(report.loss).toBeLessThan(2.2);
  expect(report.captions).toHaveLength(64);
  expect(readFileSync(report.sheet).subarray(1, 4).toString()).toBe('PNG');
  for (const { value, low, high } of [report.agreement, report.nearCopies.painted, report.frechet.painted]) {
    expect([low <= value, value <= high]).toEqual([true, true]);
  }
});
