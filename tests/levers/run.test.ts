import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function run(...words: string[]): { status: number | null; stderr: string } {
  const program = ['--import', 'tsx', 'tests/levers/run.ts', ...words];
  return spawnSync(process.execPath, program, { cwd: ROOT, encoding: 'utf8' });
}

it('says what is wrong with its arguments, and measures nothing', () => {
  const unknown = run('quantization', '--json');
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toMatch(/no lever "quantization"; there are .*quantisation/);
  expect(run('repeat', '--seeds', '0').stderr).toContain('--seeds must be a whole number from 1, not 0');
  expect(run().stderr).toContain('name one lever: npm run lever -- NAME');
});
