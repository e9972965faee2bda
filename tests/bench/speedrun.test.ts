/** The quick speedrun goes through every stage, and each stage leaves its mark. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { SpeedrunReport } from '../../shared/speedrun.ts';

const SCRIPT = fileURLToPath(new URL('speedrun.ts', import.meta.url));

it('a model learns to write, then to answer', () => {
  const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', SCRIPT, '--quick', '--json'], {
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  const report = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as SpeedrunReport & { ok: boolean };
  expect(report.ok).toBe(true);
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
