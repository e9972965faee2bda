/** `npm test`: everything that continuous integration checks, in order, with one line of totals at the end. */

import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePackages, ROOT, runMain } from '../server/install.mjs';
import { findBrowser, findFirefox } from './find-browser.mjs';

/** Programs by their script, run with this very Node: the same on every system, and no shell. */
const PROGRAMS = {
  oxlint: 'oxlint/bin/oxlint',
  oxfmt: 'oxfmt/bin/oxfmt',
  knip: 'knip/bin/knip.js',
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
};

/** Runs one of the programs with its output shown; resolves to whether it succeeded. */
function run(program, args, environment = {}, stdio = 'inherit') {
  return new Promise((resolve) => {
    const script = join(ROOT, 'node_modules', PROGRAMS[program]);
    const options = { cwd: ROOT, stdio, env: { ...process.env, ...environment } };
    const child = spawn(process.execPath, [script, ...args], options);
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

/** What needs no test runner; each counts as one test in the totals. */
const CHECKS = {
  lint: ['oxlint', []],
  format: ['oxfmt', ['--check']],
  'nothing unused': ['knip', []],
  types: [
    'tsc',
    ['--build', 'client', 'server', 'server/tsconfig.page.json', 'shared/tsconfig.pure.json', '.'],
  ],
  'build of the client': ['vite', ['build', '--logLevel', 'warn']],
};

/** All of them at once, since most use one core alone; what each says is shown when it is over. */
async function check(folder) {
  const failures = [];
  await Promise.all(
    Object.entries(CHECKS).map(async ([name, [program, args]]) => {
      const path = join(folder, `${program}.txt`);
      const output = openSync(path, 'w');
      const succeeded = await run(program, args, {}, ['ignore', output, output]);
      closeSync(output);
      console.log(`${name}: ${succeeded ? 'in order' : 'not in order'}\n${readFileSync(path, 'utf8')}`);
      if (!succeeded) failures.push(name);
    }),
  );
  return { passed: Object.keys(CHECKS).length - failures.length, failed: failures.length, failures };
}

/** Runs one Vitest project; a file that breaks before its tests, or a crash, counts as a failure too. */
async function suite(project, folder, environment = {}, options = []) {
  const report = join(folder, `${project}.json`);
  const config = ['--config', join('tests', 'vitest.config.ts'), '--project', project];
  const reporters = ['default', './tests/totals-reporter.mjs'].map((name) => `--reporter=${name}`);
  reporters.push(`--outputFile.totals=${report}`);
  const succeeded = await run('vitest', ['run', ...config, ...options, ...reporters], environment);
  try {
    const { passed, failures } = JSON.parse(readFileSync(report, 'utf8'));
    if (!succeeded && failures.length === 0) failures.push(`${project}: Vitest says it failed`);
    return { passed, failed: failures.length, failures };
  } catch {
    return { passed: 0, failed: 1, failures: [`${project}: Vitest ended without a report`] };
  }
}

async function main() {
  await ensurePackages();
  const folder = mkdtempSync(join(tmpdir(), 'loss-leaders-'));
  let browserPath = null;
  let firefoxPath = null;
  const steps = [
    ['checks and the build of the client', () => check(folder)],
    ['unit and room tests', () => suite('unit', folder)],
    ['rooms under load and under attack', () => suite('load', folder)],
    [
      'a browser to test in',
      async () => {
        browserPath = await findBrowser();
        firefoxPath = findFirefox();
        console.log([browserPath, firefoxPath].filter((path) => path !== null).join('\n'));
        return { passed: 1, failed: 0, failures: [] };
      },
    ],
    [
      'browser tests',
      () => suite('browser', folder, { CHROMIUM_PATH: browserPath ?? '' }, ['--maxWorkers=2']),
    ],
    [
      'browser tests that measure',
      () =>
        suite('browser-alone', folder, {
          CHROMIUM_PATH: browserPath ?? '',
          FIREFOX_PATH: firefoxPath ?? '',
        }),
    ],
  ];
  const totals = { passed: 0, failed: 0 };
  const broken = [];
  for (const [name, step] of steps) {
    console.log(`\n== ${name}`);
    const startMs = performance.now();
    const { passed, failed, failures } = await step().catch((error) => {
      console.error(error.message);
      return { passed: 0, failed: 1, failures: [error.message] };
    });
    console.log(`== ${name}: ${((performance.now() - startMs) / 1000).toFixed(1)} s`);
    totals.passed += passed;
    totals.failed += failed;
    if (failed > 0) broken.push(name, ...failures.map((line) => `  ${line}`));
  }
  rmSync(folder, { recursive: true, force: true });
  console.log(broken.length > 0 ? `\nNot in order:\n${broken.join('\n')}` : '');
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed > 0 ? 1 : 0;
}

await runMain(main);
