/** The short form of `npm run attack`, as people run it. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MOST_HONEST_MS, readLog, type AttackReport } from './report.ts';
import { createPace } from './tally.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Enough for every move in every manner at some stage; lasts about as long as the honest match beside it. */
const REQUESTS = 1_500;

async function attack(): Promise<{ code: unknown; report: AttackReport; said: string }> {
  const script = ['--import', 'tsx', 'tests/attack/attack.ts', '--requests', String(REQUESTS), '--json'];
  const child = spawn(process.execPath, script, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, said] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [unknown];
  const last = output.trim().split('\n').at(-1) ?? '';
  expect(last, said).toMatch(/^\{/);
  return { code, report: JSON.parse(last) as AttackReport, said };
}

describe('a server under attack', () => {
  it('lives, keeps its matches as they are, and lets an honest match be played to its end', async () => {
    const { code, report } = await attack();
    expect(report.findings).toEqual([]);
    expect(Object.keys(report).slice(0, 6)).toEqual([
      'requests',
      'crashes',
      'stateChanges',
      'serverErrors',
      'slowestHonestMs',
      'ok',
    ]);
    expect(report).toMatchObject({ crashes: 0, stateChanges: 0, serverErrors: 0, ok: true });
    expect(report.requests).toBeGreaterThanOrEqual(REQUESTS);
    expect(report.slowestHonestMs).toBeLessThan(MOST_HONEST_MS);
    expect(report.honestMatch).toMatchObject({ finished: true, stage: 'debrief', troubles: [] });
    expect(report.refusals).toBeGreaterThan(0.7 * REQUESTS);
    expect(report.accepted).toBeGreaterThan(0);
    expect(code).toBe(0);
  });
});

describe("the reader of the server's log", () => {
  it('finds errors and stacks', () => {
    const lines = [
      '{"level":40,"msg":"fine"}',
      'plain words',
      '{"level":50,"msg":"bad"}',
      '    at door (a.ts:1:2)',
    ];
    expect(readLog(lines)).toEqual({ errors: [lines[2]], stackLines: [lines[3]] });
  });
});

describe('the pace of an attack', () => {
  it('grants what was asked for and no more, with a burst that does not wait', async () => {
    const pace = createPace(100, 400, 40);
    const grants: { grant: number; wasBursting: boolean }[] = [];
    const startMs = performance.now();
    for (;;) {
      const wasBursting = pace.isBursting();
      const grant = await pace.take(50);
      if (grant === 0) break;
      grants.push({ grant, wasBursting });
    }
    const seconds = (performance.now() - startMs) / 1000;
    expect(grants.reduce((sum, { grant }) => sum + grant, 0)).toBe(100);
    expect(grants).toContainEqual({ grant: 40, wasBursting: true });
    expect(seconds).toBeGreaterThan(0.13);
    expect(seconds).toBeLessThan(2);
  });
});
