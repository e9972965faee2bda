import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

it('says what is wrong with its arguments, and measures nothing', () => {
  const program = ['--import', 'tsx', 'tests/levers/run.ts', 'quantization', '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, program, { cwd: ROOT, encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/no lever "quantization"; there are .*quantisation/);
});
