/** `npm start`: installs what is missing, builds the client when it is out of date, and runs the server. */

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages, ROOT, runMain, SetupError } from './install.mjs';
import { NODE_OPTIONS } from './node-options.mjs';

/** What the built client depends on. */
const CLIENT_SOURCES = ['client', 'shared', 'assets', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];

/** The newest modification under a path, in milliseconds; folders count too, since a deletion changes only them. */
function newestMs(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}

/** True when dist/ holds no client, or one older than its sources. */
export function needsBuild(root = ROOT) {
  const page = join(root, 'dist', 'client', 'index.html');
  if (!existsSync(page)) return true;
  return Math.max(...CLIENT_SOURCES.map((name) => newestMs(join(root, name)))) > statSync(page).mtimeMs;
}

/** Runs Node in the repository's root, hands on the signals it gets, and resolves to the exit code. */
function runNode(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
    const handOn = (signal) => child.kill(signal);
    // A terminal sends Ctrl-C to both processes by itself: then it's enough to outlive the child.
    const onInterrupt = (signal) => process.stdin.isTTY || handOn(signal);
    process.on('SIGINT', onInterrupt).on('SIGTERM', handOn).on('SIGHUP', handOn);
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

async function main() {
  await ensurePackages();
  const args = process.argv.slice(2);
  if (!args.includes('--dev') && needsBuild()) {
    console.log('Building the client ...');
    const built = await runNode([
      join('node_modules', 'vite', 'bin', 'vite.js'),
      'build',
      // Notes of the builder's own help nobody who starts a game; what stops it is said.
      '--logLevel',
      'error',
    ]);
    if (built !== 0) throw new SetupError('The client could not be built; the reason stands above.');
  }
  return runNode([...NODE_OPTIONS, join('server', 'main.ts'), ...args]);
}

await runMain(main);
